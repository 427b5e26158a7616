using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Tests;

/// <summary>Constraints over columns that are there already: made-up rows suit them, and what migrations wrote does not change.</summary>
public sealed class ForesightTests
{
    private static readonly string[] Keys =
    [
        "id INTEGER PRIMARY KEY AUTOINCREMENT", "id INTEGER NOT NULL PRIMARY KEY", "id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY", "id TEXT NOT NULL PRIMARY KEY", "id INTEGER",
    ];

    public static TheoryData<string, string> Tables()
    {
        var data = new TheoryData<string, string>();
        foreach (var key in Keys)
        {
            data.Add(key, "");
        }

        data.Add("id UNIQUEIDENTIFIER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (id, at)", "");
        data.Add("id TEXT NOT NULL PRIMARY KEY", " WITHOUT ROWID");
        data.Add("id INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (at, id)", " WITHOUT ROWID");
        return data;
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Unique_indexes_are_foreseen_whatever_tells_rows_apart(string key, string options)
    {
        foreach (var column in new[] { "number INTEGER NOT NULL", "number SMALLINT", "number CHAR(3)", "number UNIQUEIDENTIFIER", "number DATE NOT NULL", "number NUMERIC(9,2)", "number BLOB" })
        {
            Assert.Equal("", Found(Table(key, column, options), "CREATE UNIQUE INDEX ux ON t (number)", "DROP INDEX ux"));
        }
    }

    [Theory]
    [InlineData("CREATE UNIQUE INDEX ux ON t (number, flag)")]
    [InlineData("CREATE UNIQUE INDEX ux ON t (lower(name), number)")]
    [InlineData("CREATE UNIQUE INDEX ux ON t (abs(number))")]
    [InlineData("CREATE UNIQUE INDEX ux ON t (number) WHERE flag = 1")]
    [InlineData("CREATE UNIQUE INDEX ux ON t (name COLLATE NOCASE)")]
    public void Unique_indexes_of_any_form_are_foreseen(string index) =>
        Assert.Equal("", Found("CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, flag BOOLEAN NOT NULL, name TEXT)", index, "DROP INDEX ux"));

    [Theory]
    [InlineData("INTEGER NOT NULL PRIMARY KEY", "INTEGER NOT NULL")]
    [InlineData("INTEGER PRIMARY KEY AUTOINCREMENT", "INTEGER")]
    [InlineData("UNIQUEIDENTIFIER NOT NULL PRIMARY KEY", "UNIQUEIDENTIFIER")]
    [InlineData("UNIQUEIDENTIFIER NOT NULL PRIMARY KEY", "UNIQUEIDENTIFIER NOT NULL")]
    [InlineData("TEXT NOT NULL PRIMARY KEY", "TEXT")]
    [InlineData("NVARCHAR(10) NOT NULL PRIMARY KEY", "NVARCHAR(20) NOT NULL")]
    public void References_over_columns_that_are_there_are_foreseen(string parent, string child)
    {
        foreach (var key in Keys)
        {
            Assert.Equal("", Referring($"CREATE TABLE colors (id {parent})", key, $"color {child}", "color", "colors", "id"));
        }
    }

    [Fact]
    public void References_of_several_columns_to_the_table_itself_and_to_a_unique_column_are_foreseen()
    {
        Assert.Equal("", Referring("CREATE TABLE p (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b))", "id TEXT NOT NULL PRIMARY KEY", "x INTEGER, y TEXT", "x, y", "p", "a, b"));
        Assert.Equal("", Referring("CREATE TABLE p (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b))", "id TEXT NOT NULL PRIMARY KEY", "x INTEGER NOT NULL, y TEXT NOT NULL", "x, y", "p", "a, b"));
        Assert.Equal("", Referring("CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE)", "id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY", "code TEXT NOT NULL", "code", "p", "code"));
        Assert.Equal("", Referring("CREATE TABLE p (id INTEGER PRIMARY KEY)", "id INTEGER NOT NULL PRIMARY KEY", "above INTEGER", "above", "t", "id"));
        Assert.Equal("", Referring("CREATE TABLE p (id INTEGER PRIMARY KEY)", "id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY", "above UNIQUEIDENTIFIER NOT NULL", "above", "t", "id"));
        Assert.Equal("", Referring("CREATE TABLE p (id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY)", "id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY", "note TEXT", "id", "p", "id"));
    }

    [Fact]
    public void Made_by_hand_they_are_foreseen_as_well()
    {
        string Rebuilt(string was, string now) => MadeHistory.Of(
            ("CREATE TABLE p (id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY);\nCREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, number INTEGER, p UNIQUEIDENTIFIER)" , "DROP TABLE t;\nDROP TABLE p"),
            (Rebuild(now), Rebuild(was))).Found();
        const string Was = "id TEXT NOT NULL PRIMARY KEY, number INTEGER, p UNIQUEIDENTIFIER";
        Assert.Equal("", Rebuilt(Was, "id TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, p UNIQUEIDENTIFIER"));
        Assert.Equal("", Rebuilt(Was, "id TEXT NOT NULL PRIMARY KEY, number INTEGER UNIQUE, p UNIQUEIDENTIFIER"));
        Assert.Equal("", Rebuilt(Was, "id TEXT NOT NULL PRIMARY KEY, number INTEGER, p UNIQUEIDENTIFIER REFERENCES p (id)"));
        Assert.Equal("", Rebuilt(Was, "id TEXT NOT NULL PRIMARY KEY, number INTEGER CHECK (number > 5 AND number < 900), p UNIQUEIDENTIFIER NOT NULL REFERENCES p (id), UNIQUE (number, p)"));
        Assert.Equal("", Rebuilt(Was, "id TEXT NOT NULL, number INTEGER NOT NULL PRIMARY KEY, p UNIQUEIDENTIFIER"));
        Assert.Equal("MIG9201@2", Rebuilt(Was, "id TEXT NOT NULL PRIMARY KEY, number INTEGER, p UNIQUEIDENTIFIER, kind TEXT NOT NULL"));
    }

    [Fact]
    public void Operations_ask_the_same_as_SQL()
    {
        var table = TableName.Of("t");
        Column Column(string name, ColumnType type) => new(name, type) { Nullable = true };
        string Found(Operation up, Operation down, bool keyed = true) => new MadeHistory { AsBuilt = true }
            .Add("CREATE TABLE p (id UNIQUEIDENTIFIER NOT NULL PRIMARY KEY)", "DROP TABLE p")
            .Add(Items.Of<Operation>(new CreateTable(table, Items.Of(
                new Column("id", new(TypeKind.Guid)) { PrimaryKey = keyed, Nullable = false }, Column("number", new(TypeKind.Int16)), Column("name", new(TypeKind.String, 50)), Column("p", new(TypeKind.Guid))))), Items.Of<Operation>(new DropTable(table)))
            .Add(Items.Of(up), Items.Of(down)).Found();
        Assert.Equal("", Found(new CreateIndex(new("ux", table, Items.Of(new IndexColumn("number"))) { Unique = true }), new DropIndex(table, "ux")));
        Assert.Equal("", Found(new AddKey(table, KeyKind.Unique, new("uq", Items.Of("number", "name"))), new DropKey(table, KeyKind.Unique, "uq")));
        Assert.Equal("", Found(new AddForeignKey(new("fk", table, Items.Of("p"), TableName.Of("p"), Items.Of("id"))), new DropForeignKey(table, "fk")));
        Assert.Equal("", Found(new AddKey(table, KeyKind.Primary, new("pk", Items.Of("number"))), new DropKey(table, KeyKind.Primary, "pk"), keyed: false));
        Assert.Equal("", Found(new AlterColumn(table, new("name", new(TypeKind.String, 50)) { Nullable = false }), new AlterColumn(table, Column("name", new(TypeKind.String, 50)))));
        Assert.Equal("", Found(new AlterColumn(table, Column("name", new(TypeKind.String, 3))), new AlterColumn(table, Column("name", new(TypeKind.String, 50)))));
    }

    [Theory]
    [InlineData("ALTER TABLE t ADD COLUMN kind INTEGER NOT NULL DEFAULT 0", "CREATE UNIQUE INDEX ux ON t (kind)", "MIG9201@3")]
    [InlineData("UPDATE t SET number = 7 WHERE number IS NULL", "CREATE UNIQUE INDEX ux ON t (number)", "MIG9201@3")]
    [InlineData("INSERT INTO t (id, number) VALUES ('a', 5), ('b', 5)", "CREATE UNIQUE INDEX ux ON t (number)", "MIG9201@3")]
    [InlineData("UPDATE t SET number = number + 1", "CREATE UNIQUE INDEX ux ON t (number)", "")]
    [InlineData("INSERT INTO t (id, number) VALUES ('a', 5), ('b', 6)", "CREATE UNIQUE INDEX ux ON t (number)", "")]
    [InlineData("INSERT INTO t (id, number) SELECT id || '!', number FROM t", "CREATE UNIQUE INDEX ux ON t (number)", "")]
    [InlineData("SELECT 1", "CREATE UNIQUE INDEX ux ON t (number);\nUPDATE t SET number = 1", "MIG9201@3")]
    [InlineData("SELECT 1", "UPDATE t SET number = number % 2;\nCREATE UNIQUE INDEX ux ON t (number)", "MIG9201@3")]
    public void What_a_migration_wrote_stays_and_fails_where_it_would_in_a_release(string second, string third, string expected) =>
        Assert.Equal(expected, MadeHistory.Of(("CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, number INTEGER)", "DROP TABLE t"), (second, null), (third, null)).Found());

    [Fact]
    public void Names_that_change_in_between_lose_nothing_of_what_was_written()
    {
        string Found(string constraint) => MadeHistory.Of(
            ("CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, number INTEGER)", "DROP TABLE t"), ("ALTER TABLE t ADD COLUMN kind INTEGER NOT NULL DEFAULT 0", null),
            ("ALTER TABLE t RENAME TO u", "ALTER TABLE u RENAME TO t"), (constraint, "DROP INDEX ux")).Found();
        Assert.Equal("MIG9201@4", Found("CREATE UNIQUE INDEX ux ON u (kind)"));
        Assert.Equal("", Found("CREATE UNIQUE INDEX ux ON u (number)"));
    }

    [Fact]
    public void Rows_that_a_migration_wrote_are_no_made_up_parents_and_children()
    {
        string Found(long color) => MadeHistory.Of(
            ("CREATE TABLE colors (id INTEGER PRIMARY KEY);\nCREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, color INTEGER)", "DROP TABLE t;\nDROP TABLE colors"),
            ($"INSERT INTO colors VALUES (1);\nINSERT INTO t VALUES ('a', {color})", null),
            (Rebuild("id TEXT NOT NULL PRIMARY KEY, color INTEGER REFERENCES colors (id)"), null)).Found();
        Assert.Equal("", Found(1));
        Assert.Equal("MIG9210@3", Found(2));
    }

    [Fact]
    public void What_cannot_be_foreseen_is_an_info_that_names_the_column_and_the_file()
    {
        var history = MadeHistory.Of(
            ("CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, iban TEXT NOT NULL)", "DROP TABLE t"),
            (Rebuild("id TEXT NOT NULL PRIMARY KEY, iban TEXT NOT NULL CHECK (iban GLOB 'CH[0-9][0-9]-[A-Z]*')"), Rebuild("id TEXT NOT NULL PRIMARY KEY, iban TEXT NOT NULL")),
            ("CREATE TABLE apart (id INTEGER PRIMARY KEY)", "DROP TABLE apart"));
        var report = history.Verify();
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("MIG9212", 2L, Severity.Info), (finding.Rule, finding.Version, finding.Severity ?? Model.Rules.RuleBook.Find(finding.Rule)!.Severity));
        Assert.Contains("'t.iban' in 'migrations.samples.json'", FindingText.Of(finding), StringComparison.Ordinal);
        Assert.Equal(["t"], report.Summary.Migrations[1].ProvedEmpty);
        Assert.Equal("", history.Found(new() { Samples = Samples.Read("""{ "t.iban": ["CH11-A", "CH12-B"] }""") }));
    }

    [Theory]
    [InlineData("INTEGER NOT NULL", "SELECT 1", "MIG9210@2")]
    [InlineData("INTEGER", "SELECT 1", "")]
    [InlineData("INTEGER NOT NULL", "INSERT INTO colors SELECT DISTINCT color FROM t", "")]
    public void A_reference_to_a_new_table_needs_its_rows_where_it_cannot_be_null(string type, string fill, string expected) => Assert.Equal(expected, MadeHistory.Of(
        ($"CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, color {type})", "DROP TABLE t"),
        ($"CREATE TABLE colors (id INTEGER PRIMARY KEY);\n{fill};\n" + Rebuild($"id TEXT NOT NULL PRIMARY KEY, color {type} REFERENCES colors (id)"), null)).Found());

    [Fact]
    public void A_reference_to_a_table_that_holds_nothing_leaves_nulls_or_no_rows_which_is_told()
    {
        string Found(string column) => Referring("CREATE TABLE colors (id TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'CH[0-9][0-9]-[A-Z]*'))", "id TEXT NOT NULL PRIMARY KEY", column, "color", "colors", "id");
        Assert.Equal("MIG9211@1", Found("color TEXT"));
        Assert.Equal("MIG9211@1 MIG9212@2", Found("color TEXT NOT NULL"));
    }

    private static string Table(string key, string column, string options) =>
        key.Contains("PRIMARY KEY (", StringComparison.Ordinal) ? $"CREATE TABLE t ({key[..key.IndexOf("PRIMARY KEY (", StringComparison.Ordinal)]}{column}, {key[key.IndexOf("PRIMARY KEY (", StringComparison.Ordinal)..]}){options}" : $"CREATE TABLE t ({key}, {column}){options}";

    private static string Referring(string parent, string key, string columns, string from, string to, string referenced) => MadeHistory.Of(
        (parent + $";\nCREATE TABLE t ({key}, {columns})", "DROP TABLE t;\nDROP TABLE " + parent.Split(' ')[2]),
        (Rebuild($"{key}, {columns}, FOREIGN KEY ({from}) REFERENCES {to} ({referenced})"), Rebuild($"{key}, {columns}"))).Found();

    private static string Rebuild(string columns) => $"CREATE TABLE n ({columns});\nINSERT INTO n SELECT {(columns.Contains("kind", StringComparison.Ordinal) ? "*, NULL" : "*")} FROM t;\nDROP TABLE t;\nALTER TABLE n RENAME TO t";

    private static string Found(string table, string up, string down) => MadeHistory.Of((table, "DROP TABLE t"), (up, down)).Found();
}
