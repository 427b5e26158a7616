using Microsoft.Data.Sqlite;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering;

public sealed class SqliteTests
{
    public static TheoryData<string> Names => [.. Cases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_statement_runs_on_a_real_database(string name)
    {
        var sample = Cases.All.Single(c => c.Name == name);
        using var file = new SqliteFile();
        file.Run(Render("sqlite", [.. sample.Before]).Statements);

        file.Run(Render("sqlite", [.. sample.Before], [.. sample.Operations]).Statements);
    }

    [Fact]
    public void A_foreign_key_of_a_new_table_is_in_its_statement_and_holds()
    {
        using var file = new SqliteFile();
        file.Run(Render(
            "sqlite",
            Table("Parents", Id),
            Table("Children", Id, C("ParentId")),
            new AddForeignKey(Key("FK_Children", "Children", "ParentId", "Parents"))).Statements);

        var error = Assert.Throws<SqliteException>(() => file.Run("INSERT INTO Children (ParentId) VALUES (5)"));
        Assert.Contains("FOREIGN KEY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_key_of_an_added_column_is_in_its_statement_and_holds()
    {
        using var file = new SqliteFile();
        Operation[] before = [Table("Parents", Id), Table("Children", Id)];
        file.Run(Render("sqlite", before).Statements);
        file.Run("INSERT INTO Children (Id) VALUES (1)");

        file.Run(Render("sqlite", before, new AddColumn(T("Children"), C("ParentId")), new AddForeignKey(Key("FK", "Children", "ParentId", "Parents"))).Statements);

        Assert.Throws<SqliteException>(() => file.Run("UPDATE Children SET ParentId = 5"));
    }

    [Fact]
    public void A_foreign_key_of_a_table_that_was_renamed_in_between_takes_a_rebuild()
    {
        var rendered = Render(
            "sqlite",
            Table("Children", Id, C("ParentId")),
            new RenameTable(T("Children"), "Kids"),
            new AddForeignKey(Key("FK", "Kids", "ParentId", "Kids")));

        Assert.Equal(("MIG0811", Severity.Info, "The new foreign key 'FK' of table 'Kids'"), Finding(rendered));
        Assert.DoesNotContain("REFERENCES", rendered.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_key_goes_with_its_table()
    {
        Operation[] before = [Table("Parents", Id), Table("Children", Id, C("ParentId")), new AddForeignKey(Key("FK", "Children", "ParentId", "Parents"))];
        using var file = new SqliteFile();
        file.Run(Render("sqlite", before).Statements);
        file.Run("INSERT INTO Parents (Id) VALUES (1); INSERT INTO Children (ParentId) VALUES (1);");

        var rendered = Render("sqlite", before, new DropForeignKey(T("Children"), "FK"), new DropTable(T("Children")), new DropTable(T("Parents")));

        Assert.Empty(rendered.Findings);
        file.Run(rendered.Statements);
    }

    [Fact]
    public void A_foreign_key_whose_absence_would_show_is_dropped_by_a_rebuild()
    {
        Operation[] before = [Table("Parents", Id), Table("Children", Id, C("ParentId")), new AddForeignKey(Key("FK", "Children", "ParentId", "Parents"))];
        var drop = new DropForeignKey(T("Children"), "FK");

        Assert.Equal(("MIG0811", Severity.Info, "The dropping of foreign key 'FK' of table 'Children'"), Finding(Render("sqlite", before, drop)));
        Assert.Equal(Severity.Info, Finding(Render("sqlite", before, drop, new DropTable(T("Parents")), new DropTable(T("Children")))).Severity);
        Assert.Equal(Severity.Info, Finding(Render("sqlite", before, drop, new DeleteRows(T("Parents"), Items<Row>.Empty, true), new DropTable(T("Children")))).Severity);
    }

    [Theory]
    [InlineData(TypeKind.DateTimeOffset, false)]
    [InlineData(TypeKind.Xml, false)]
    [InlineData(TypeKind.DateTime, true)]
    public void A_type_without_an_equal_is_refused(TypeKind kind, bool renders)
    {
        var rendered = Render("sqlite", Table("T", C("A", kind)));

        Assert.Equal(renders, rendered.Findings.Count == 0);
        Assert.All(rendered.Findings, f => Assert.Equal(("MIG0811", (Severity?)Severity.Error), (f.Rule, f.Severity)));
    }

    [Theory]
    [InlineData("NewGuid", false)]
    [InlineData("NewSequentialId", false)]
    [InlineData("CurrentUser", false)]
    [InlineData("CurrentDateTimeOffset", false)]
    [InlineData("CurrentDateTime", true)]
    [InlineData("CurrentUTCDateTime", true)]
    public void A_function_without_an_equal_is_refused(string method, bool renders)
    {
        var rendered = Render("sqlite", Table("T", C("A", TypeKind.String) with { Default = new(ValueKind.System, method) }));

        Assert.Equal(renders, rendered.Findings.Count == 0);
        Assert.All(rendered.Findings, f => Assert.Equal("MIG0811", f.Rule));
    }

    [Fact]
    public void An_index_of_its_own_is_made_for_a_unique_column_and_dropped_again()
    {
        using var file = new SqliteFile();
        file.Run(Render("sqlite", [.. Written.Operations(m => m.Create.Table("T").WithColumn("A").AsInt32().Unique("UX"))]).Statements);
        Assert.Equal("UX", file.Ask("SELECT group_concat(name) FROM sqlite_master WHERE type = 'index'"));

        file.Run(Render("sqlite", new DropIndex(T("T"), "UX")).Statements);
        file.Run("INSERT INTO T VALUES (1), (1)");
    }

    [Theory]
    [InlineData("CurrentDateTime")]
    [InlineData("CurrentUTCDateTime")]
    public void A_column_with_the_time_as_default_takes_a_rebuild_where_rows_may_be(string method)
    {
        var column = new AddColumn(T("T"), C("At", TypeKind.DateTime) with { Default = new(ValueKind.System, method) });

        Assert.Equal(("MIG0811", Severity.Info, "The new column 'T.At'"), Finding(Render("sqlite", [Table("T", Id)], column)));
        Assert.Equal(Severity.Info, Assert.Single(Render("sqlite", Table("T", Id), new InsertRows(T("T"), Items.Of(Row("Id", Value.Of(1)))), column).Findings).Severity);
    }

    [Fact]
    public void A_column_with_the_time_as_default_is_added_while_the_table_is_new()
    {
        using var file = new SqliteFile();
        var rendered = Render("sqlite", Table("T", Id), new AddColumn(T("T"), C("At", TypeKind.DateTime) with { Default = new(ValueKind.System, "CurrentUTCDateTime") }));

        Assert.Empty(rendered.Findings);
        file.Run(rendered.Statements);
    }

    [Fact]
    public void What_takes_a_rebuild_for_rows_does_fail_without_one()
    {
        using var file = new SqliteFile();
        file.Run("CREATE TABLE T (A INTEGER); INSERT INTO T VALUES (1);");

        Assert.Throws<SqliteException>(() => file.Run("ALTER TABLE T ADD COLUMN B TEXT DEFAULT CURRENT_TIMESTAMP"));
        Assert.Throws<SqliteException>(() => file.Run("ALTER TABLE T ADD COLUMN C INTEGER GENERATED ALWAYS AS (A + 1) STORED"));
        file.Run("ALTER TABLE T ADD COLUMN D INTEGER GENERATED ALWAYS AS (A + 1) VIRTUAL");
    }

    [Fact]
    public void A_composite_key_that_numbers_rows_is_refused_and_one_that_does_not_is_made()
    {
        var part = C("Part") with { Nullable = false, PrimaryKey = true };

        Assert.Equal("MIG0811", Finding(Render("sqlite", Table("T", Id, part))).Rule);
        Assert.Empty(Render("sqlite", Table("T", part, part with { Name = "Other" })).Findings);
    }

    [Fact]
    public void A_numbered_column_that_is_no_key_is_refused()
    {
        Assert.Equal("MIG0811", Finding(Render("sqlite", Table("T", C("N") with { Identity = true }))).Rule);
        Assert.Equal("MIG0811", Finding(Render("sqlite", Table("T", new Column("N", new(TypeKind.String)) { Identity = true, PrimaryKey = true }))).Rule);
    }

    [Fact]
    public void The_name_of_a_numbering_key_is_kept()
    {
        Assert.Contains("CONSTRAINT \"PK_T\" PRIMARY KEY AUTOINCREMENT", Sql("sqlite", Table("T", Id)), StringComparison.Ordinal);
        Assert.DoesNotContain("CONSTRAINT", Sql("sqlite", Table("T", Id with { PrimaryKeyName = null })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_is_dropped_with_its_index_or_after_it()
    {
        Operation[] before = [Table("T", Id, C("A")), new CreateIndex(Index("IX", "T", "A"))];
        using var file = new SqliteFile();
        file.Run(Render("sqlite", before).Statements);

        Assert.Equal(("MIG0811", Severity.Info, "The dropping of column 'T.A'"), Finding(Render("sqlite", before, new DropColumn(T("T"), "A"))));
        var rendered = Render("sqlite", before, new DropIndex(T("T"), "IX"), new DropColumn(T("T"), "A"));
        Assert.Empty(rendered.Findings);
        file.Run(rendered.Statements);
    }

    [Fact]
    public void Main_is_no_schema_and_dbo_is()
    {
        Assert.Equal("CREATE TABLE \"T\" (\"A\" INTEGER);", Sql("sqlite", Table("main.T", C("A"))));
        Assert.Equal(("MIG0811", Severity.Error, "The schema 'dbo'"), Finding(Render("sqlite", Table("dbo.T", C("A")))));
    }

    [Fact]
    public void Times_keep_their_fraction()
    {
        using var file = new SqliteFile();
        file.Run(Render("sqlite", Table("T", C("At", TypeKind.DateTime)), new InsertRows(T("T"), Items.Of(Row("At", new Value(ValueKind.DateTime, "2024-02-29T12:34:56.1234567"))))).Statements);

        Assert.Equal("2024-02-29T12:34:56.1234567", file.Ask("SELECT At FROM T"));
    }
}
