using Microsoft.Data.Sqlite;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Sqlite;

/// <summary>What each operation changes of a table that has everything, and what stays: byte for byte, row by row.</summary>
public sealed class RebuildTests
{
    private const string Shop =
        """"
        CREATE TABLE Countries (Code TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE Notes (Text TEXT);
        CREATE TABLE "order items" ( -- what was bought
            "Id" INTEGER PRIMARY KEY AUTOINCREMENT, /* numbered */
            [Größe] TEXT COLLATE NOCASE DEFAULT 'it''s', -- a size, or none
            Price NUMERIC NOT NULL DEFAULT (1 + 1) CONSTRAINT positive CHECK (Price >= 0),
            Twice AS (Price * 2) VIRTUAL, Thrice NUMERIC GENERATED ALWAYS AS (Price * 3) STORED,
            "a ""b""" BLOB UNIQUE ON CONFLICT IGNORE, Code TEXT REFERENCES Countries (Code) ON UPDATE CASCADE,
            Parent INT CONSTRAINT FK_Parent REFERENCES "order items" (Id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
            Extra, UNIQUE (Code, Price), CHECK (length(Extra) < 100), CONSTRAINT FK_Code FOREIGN KEY (Code) REFERENCES Countries
        );
        CREATE INDEX "IX part" ON "order items" (Price) WHERE Extra IS NOT NULL;
        CREATE UNIQUE INDEX IX_expression ON "order items" (lower([Größe]), Id DESC);
        CREATE TRIGGER Told AFTER INSERT ON "order items" BEGIN INSERT INTO Notes VALUES (new.Id || ';' || CASE WHEN new.Price > 1 THEN 'dear' END); END;
        CREATE TRIGGER FromOutside AFTER INSERT ON Countries BEGIN UPDATE "order items" SET Code = new.Code WHERE Code IS NULL; END;
        CREATE VIEW Dear AS SELECT Id, Price FROM "order items" WHERE Price > 5;
        CREATE TRIGGER IntoDear INSTEAD OF INSERT ON Dear BEGIN INSERT INTO "order items" (Price) VALUES (new.Price); END;
        CREATE TABLE Parts (Item INTEGER NOT NULL REFERENCES "order items" (Id) ON DELETE CASCADE, No INTEGER, PRIMARY KEY (Item, No)) WITHOUT ROWID;
        """";

    private const string Rows =
        """"
        INSERT INTO Countries VALUES ('de'), ('fr');
        INSERT INTO "order items" (Id, [Größe], Price, "a ""b""", Code, Parent, Extra) VALUES
            (1, 'L', 2, x'00ff', 'de', NULL, 'x'), (7, NULL, 9.5, NULL, NULL, 1, NULL), (90, 'xl', 3, 'text', 'fr', 7, 12);
        DELETE FROM "order items" WHERE Id = 90;
        INSERT INTO Parts VALUES (1, 1), (1, 2), (7, 1);
        """";

    private static readonly TableName Items = T("order items");

    [Fact]
    public void A_type_changes_and_nothing_else() => Changes(
        new AlterColumn(Items, new("Extra", new(TypeKind.String))), text => text.Replace("Extra, UNIQUE", "Extra TEXT, UNIQUE", StringComparison.Ordinal), without: ["Extra"]);

    [Fact]
    public void A_column_is_required_from_now_on() => Changes(
        new AlterColumn(Items, new("Price", new(TypeKind.Int64)) { Nullable = false }),
        text => text.Replace("Price NUMERIC NOT NULL", "Price INTEGER NOT NULL", StringComparison.Ordinal), without: ["Price"]);

    [Fact]
    public void A_column_is_not_required_any_more() => Changes(
        new AlterColumn(Items, new("Price", new(TypeKind.Decimal)) { Nullable = true }), text => text.Replace("NUMERIC NOT NULL DEFAULT", "NUMERIC DEFAULT", StringComparison.Ordinal));

    [Fact]
    public void A_default_is_another_one() => Changes(
        new SetDefault(Items, "Größe", Value.Of("(M)")), text => text.Replace("'it''s'", "'(M)'", StringComparison.Ordinal));

    [Fact]
    public void A_default_is_new() => Changes(new SetDefault(Items, "Extra", Value.Of(5)), text => text.Replace("Extra, UNIQUE", "Extra DEFAULT 5, UNIQUE", StringComparison.Ordinal));

    [Fact]
    public void A_default_goes() => Changes(new DropDefault(Items, "Price"), text => text.Replace(" DEFAULT (1 + 1)", "", StringComparison.Ordinal));

    [Fact]
    public void A_foreign_key_comes() => Changes(
        new AddForeignKey(new("FK new", Items, Model.Items.Of("Parent"), Items, Model.Items.Of("Id")) { OnDelete = ForeignKeyAction.Cascade }),
        text => text.Replace("REFERENCES Countries\n)", "REFERENCES Countries\n, CONSTRAINT \"FK new\" FOREIGN KEY (\"Parent\") REFERENCES \"order items\" (\"Id\") ON DELETE CASCADE)", StringComparison.Ordinal));

    [Fact]
    public void A_foreign_key_of_a_column_goes() => Changes(
        new DropForeignKey(Items, "FK_Parent"),
        text => text.Replace(" CONSTRAINT FK_Parent REFERENCES \"order items\" (Id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED", "", StringComparison.Ordinal));

    [Fact]
    public void A_foreign_key_of_the_table_goes() => Changes(
        new DropForeignKey(Items, "fk_code"), text => text.Replace(", CONSTRAINT FK_Code FOREIGN KEY (Code) REFERENCES Countries\n", "", StringComparison.Ordinal));

    [Fact]
    public void A_foreign_key_without_a_name_goes_by_its_columns() => Changes(
        new DropForeignKey(Items, "") { Described = new("", Items, Model.Items.Of("Code"), T("Countries"), Model.Items.Of("Code")) },
        text => text.Replace(" REFERENCES Countries (Code) ON UPDATE CASCADE", "", StringComparison.Ordinal));

    [Fact]
    public void A_unique_constraint_without_a_name_comes() => Changes(
        new AddKey(Items, KeyKind.Unique, new(null, Model.Items.Of("Extra"))), text => text.Replace("Countries\n)", "Countries\n, UNIQUE (\"Extra\"))", StringComparison.Ordinal));

    [Fact]
    public void A_unique_constraint_of_a_column_goes() => Changes(
        new DropKey(Items, KeyKind.Unique, null) { Columns = Model.Items.Of("a \"b\"") }, text => text.Replace(" UNIQUE ON CONFLICT IGNORE", "", StringComparison.Ordinal));

    [Fact]
    public void A_unique_constraint_of_the_table_goes() => Changes(
        new DropKey(Items, KeyKind.Unique, "UC") { Columns = Model.Items.Of("Code", "Price") }, text => text.Replace(" UNIQUE (Code, Price),", "", StringComparison.Ordinal));

    [Fact]
    public void A_column_goes_with_its_keys_its_index_and_its_foreign_keys() => Changes(
        new DropColumn(Items, "Code"),
        text => text.Replace(" Code TEXT REFERENCES Countries (Code) ON UPDATE CASCADE,", "", StringComparison.Ordinal)
            .Replace(" UNIQUE (Code, Price),", "", StringComparison.Ordinal)
            .Replace(", CONSTRAINT FK_Code FOREIGN KEY (Code) REFERENCES Countries\n", "", StringComparison.Ordinal),
        without: ["Code"],
        before: "DROP TRIGGER FromOutside");

    [Fact]
    public void A_column_goes_with_its_check_and_the_partial_index_that_asks_for_it() => Changes(
        new DropColumn(Items, "Extra"),
        text => text.Replace("\n    Extra,", "", StringComparison.Ordinal).Replace(" CHECK (length(Extra) < 100),", "", StringComparison.Ordinal),
        without: ["Extra"],
        gone: ["IX part"]);

    [Fact]
    public void A_column_goes_with_the_index_on_its_expression() => Changes(
        new DropColumn(Items, "GRößE"),
        text => text.Replace("\n    [Größe] TEXT COLLATE NOCASE DEFAULT 'it''s', -- a size, or none", "", StringComparison.Ordinal),
        without: ["Größe"],
        gone: ["IX_expression"]);

    [Fact]
    public void A_stored_computed_column_comes() => Changes(
        new AddColumn(Items, C("Four", TypeKind.Decimal) with { Computed = new("\"Price\" * 4", true) }),
        text => text.Replace("\n    Extra,", "\n    Extra, \"Four\" NUMERIC GENERATED ALWAYS AS (\"Price\" * 4) STORED,", StringComparison.Ordinal));

    [Fact]
    public void A_column_with_the_time_as_default_comes_and_old_rows_get_it()
    {
        using var file = new RebuiltFile(Shop, Rows);
        file.Do(new AddColumn(Items, C("At", TypeKind.DateTime) with { Nullable = false, Default = new(ValueKind.System, "CurrentUTCDateTime") }));
        Assert.All(file.Rows("SELECT At FROM \"order items\""), at => Assert.StartsWith("20", at, StringComparison.Ordinal));
    }

    [Fact]
    public void A_required_column_that_is_filled_for_existing_rows_comes()
    {
        using var file = new RebuiltFile("CREATE TABLE T (A)", "INSERT INTO T (rowid, A) VALUES (5, 1), (9, 2)");
        file.Do([.. Written.Operations(m => m.Alter.Table("T").AddColumn("B").AsInt32().NotNullable().SetExistingRowsTo(7))]);
        Assert.Equal("(A, \"B\" INTEGER NOT NULL)", file.Table("T"));
        Assert.Equal(["5|1|7", "9|2|7"], file.RowsOf("T", ["A", "B"]));
    }

    [Fact]
    public void Changes_of_one_table_that_follow_one_another_are_one_rebuild()
    {
        using var file = new RebuiltFile(Shop, Rows);
        var rendered = file.Do(
            new SetDefault(Items, "Extra", Value.Of(5)),
            new AlterColumn(Items, new("Extra", new(TypeKind.Int64))),
            new DropForeignKey(Items, "FK_Parent"),
            new DropForeignKey(Items, "FK_Code"));

        Assert.Single(rendered.Statements, s => s.Kind == StatementKind.Check);
        Assert.Contains("Extra INTEGER DEFAULT 5", file.Table("order items"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_is_none_rebuilds_nothing()
    {
        using var file = new RebuiltFile(Shop, Rows);
        Assert.Empty(file.Do(new AlterColumn(Items, new("Größe", new(TypeKind.String, 500)) { Nullable = true })).Statements);
    }

    [Fact]
    public void A_numbering_key_goes_and_rows_keep_their_numbers()
    {
        using var file = new RebuiltFile("CREATE TABLE T (Id INTEGER NOT NULL CONSTRAINT PK PRIMARY KEY AUTOINCREMENT, A)", "INSERT INTO T VALUES (5, 'a'), (9, 'b')");
        file.Do(new DropKey(T("T"), KeyKind.Primary, "PK"));

        Assert.Equal("(Id INTEGER NOT NULL, A)", file.Table("T"));
        Assert.Equal(["5|5|'a'", "9|9|'b'"], file.RowsOf("T", ["Id", "A"]));
    }

    [Fact]
    public void A_composite_key_comes_and_goes_and_rows_keep_their_numbers()
    {
        using var file = new RebuiltFile("CREATE TABLE T (A INT, rowid TEXT, B INT) STRICT", "INSERT INTO T (_rowid_, A, rowid, B) VALUES (5, 1, 'x', 1), (9, 1, 'y', 2)");
        file.Do(new AddKey(T("T"), KeyKind.Primary, new("PK", Model.Items.Of("A", "B"))));
        Assert.Equal("(A INT, rowid TEXT, B INT, CONSTRAINT \"PK\" PRIMARY KEY (\"A\", \"B\")) STRICT", file.Table("T"));
        Assert.Equal(["5|1|x", "9|1|y"], file.Rows("SELECT _rowid_, A, rowid FROM T"));

        file.Do(new DropKey(T("T"), KeyKind.Primary, "PK"));
        Assert.Equal("(A INT, rowid TEXT, B INT) STRICT", file.Table("T"));
        Assert.Equal(["5|1|x", "9|1|y"], file.Rows("SELECT _rowid_, A, rowid FROM T"));
    }

    [Fact]
    public void A_new_numbering_key_gives_rows_the_numbers_that_they_have()
    {
        using var file = new RebuiltFile("CREATE TABLE T (A)", "INSERT INTO T (rowid, A) VALUES (5, 'a'), (9, 'b')");
        file.Do(new AddColumn(T("T"), Id));
        Assert.Equal(["5|5|'a'", "9|9|'b'"], file.RowsOf("T", ["Id", "A"]));
        Assert.Equal(["9"], file.Rows("SELECT seq FROM sqlite_sequence"));
    }

    [Fact]
    public void Numbers_are_not_used_again_when_no_row_is_left()
    {
        using var file = new RebuiltFile("CREATE TABLE T (Id INTEGER PRIMARY KEY AUTOINCREMENT, A)", "INSERT INTO T (A) VALUES (1), (2); DELETE FROM T");
        file.Do(new SetDefault(T("T"), "A", Value.Of(1)));
        file.Execute("INSERT INTO T DEFAULT VALUES");
        Assert.Equal(["3|1"], file.Rows("SELECT Id, A FROM T"));
    }

    [Fact]
    public void What_speaks_of_a_dropped_column_must_go_first()
    {
        foreach (var (holder, name) in new[] { ("CREATE VIEW V AS SELECT B FROM T", "V"), ("CREATE TRIGGER R AFTER UPDATE ON T BEGIN SELECT new.B; END", "R") })
        {
            using var file = new RebuiltFile("CREATE TABLE T (A, B UNIQUE); " + holder);
            var finding = Assert.Single(file.Do(new DropColumn(T("T"), "B")).Findings);
            Assert.Equal(("MIG0811", Severity.Error), (finding.Rule, finding.Severity));
            Assert.Contains(name + ":", finding.Values[1], StringComparison.Ordinal);
        }

        using var computed = new RebuiltFile("CREATE TABLE T (A, B, C AS (B + 1))");
        Assert.Equal(Severity.Error, Assert.Single(computed.Do(new DropColumn(T("T"), "B")).Findings).Severity);
    }

    [Fact]
    public void A_table_that_only_code_makes_cannot_be_rebuilt()
    {
        var rendered = Render("sqlite", [new CodeStep("M", "Fill", "A")], new SetDefault(T("Made"), "A", Value.Of(1)));
        Assert.Equal(("MIG0811", Severity.Error, "The default of column 'Made.A'"), Finding(rendered));
    }

    [Fact]
    public void The_check_is_the_text_of_the_table_and_of_what_stands_on_it()
    {
        using var file = new RebuiltFile("CREATE TABLE T (A);CREATE TRIGGER R AFTER INSERT ON T BEGIN SELECT 1; END;CREATE INDEX I ON T (A)");
        var check = file.Do(new SetDefault(T("t"), "a", Value.Of(1))).Statements[0];
        Assert.Equal((StatementKind.Check, "CREATE TABLE T (A);\nCREATE INDEX I ON T (A);\nCREATE TRIGGER R AFTER INSERT ON T BEGIN SELECT 1; END"), (check.Kind, check.Text));
    }

    private static void Changes(Operation operation, Func<string, string> expected, string[]? without = null, string[]? gone = null, string? before = null)
    {
        using var file = new RebuiltFile(before is null ? Shop : Shop + ";" + before, Rows);
        string[] columns = [.. new[] { "Id", "Größe", "Price", "Twice", "Thrice", "a \"b\"", "Code", "Parent", "Extra" }.Except(without ?? [])];
        var objects = file.Objects();
        var rows = State(file, columns);

        var rendered = file.Do(operation);

        Assert.Equal(("MIG0811", Severity.Info), (Assert.Single(rendered.Findings).Rule, rendered.Findings[0].Severity));
        var after = file.Objects();
        Assert.NotEqual(expected(objects["order items"]), objects["order items"]);
        objects["order items"] = expected(objects["order items"]);
        Assert.Equal(objects.Where(o => gone?.Contains(o.Key) != true).OrderBy(o => o.Key, StringComparer.Ordinal), after.OrderBy(o => o.Key, StringComparer.Ordinal));
        Assert.Equal(rows, State(file, columns));
        Assert.Throws<SqliteException>(() => file.Execute("INSERT INTO \"order items\" (Price) VALUES (-1)"));
        file.Execute("PRAGMA foreign_keys = ON; INSERT INTO Dear (Price) VALUES (6); DELETE FROM \"order items\" WHERE Id = 7");
        Assert.Contains("91;dear", file.Rows("SELECT Text FROM Notes"));
        Assert.Equal(["1|1", "1|2"], file.Rows("SELECT Item, No FROM Parts"));
    }

    private static List<string> State(RebuiltFile file, string[] columns) =>
        [.. file.RowsOf("order items", columns), .. file.Rows("SELECT Item, No FROM Parts"), .. file.Rows("SELECT Text FROM Notes"), .. file.Rows("SELECT name, seq FROM sqlite_sequence")];
}
