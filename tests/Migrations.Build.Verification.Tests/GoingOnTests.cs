using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Tests;

/// <summary>Behind a migration that cannot run, everything that does not need it is proved.</summary>
public sealed class GoingOnTests
{
    private const string Customers = "CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, note TEXT)";
    private const string NoDown = "DROP TABLE customers";

    private static readonly (string, string?)[] Later =
    [
        ("ALTER TABLE customers ADD COLUMN a TEXT", "ALTER TABLE customers DROP COLUMN a"),
        ("CREATE TABLE apart (id INTEGER PRIMARY KEY)", "DROP TABLE apart"),
    ];

    [Theory]
    [InlineData("CREATE TABLE", "proved proved")]
    [InlineData("CREATE INDEX ix ON customers (nothing)", "proved proved")]
    [InlineData("ALTER TABLE customers ADD COLUMN b TEXT NOT NULL", "not proved")]
    [InlineData("CREATE TABLE other (id INTEGER PRIMARY KEY);\nALTER TABLE customers ADD COLUMN b TEXT NOT NULL", "not proved")]
    [InlineData("ALTER TABLE customers RENAME COLUMN nothing TO b", "not proved")]
    [InlineData("UPDATE customers SET note = 'x', nothing = 1", "proved proved")]
    public void A_migration_that_fails_takes_along_what_needs_it_and_nothing_else(string up, string expected)
    {
        var report = MadeHistory.Of((Customers, NoDown), (up, null)).With(Later).Verify();
        Assert.Equal("MIG9201@2", Found(report));
        Assert.Equal(expected, $"{Word(report, 3)} {Word(report, 4)}");
    }

    [Fact]
    public void What_the_rest_of_a_failed_migration_makes_is_there_for_those_behind_it()
    {
        var report = MadeHistory.Of((Customers + ";\nCREATE TABLE broken (id INTEGER PRIMARY", null)).With(Later).Verify();
        Assert.Equal("MIG9201@1", Found(report));
        Assert.Equal((ProofState.Proved, 25), (report.Summary.Migrations[1].Down, report.Summary.Migrations[1].RowsCompared));
    }

    [Fact]
    public void What_needs_what_was_not_proved_is_missing_to_the_next_as_well()
    {
        var report = MadeHistory.Of((Customers, NoDown), ("CREATE TABLE goods (id INTEGER PRIMARY KEY, made TEXT DEFAULT nothing())", "DROP TABLE goods"),
            ("CREATE TABLE sold (id INTEGER PRIMARY KEY REFERENCES goods (id))", "DROP TABLE sold"), ("ALTER TABLE sold ADD COLUMN x TEXT", "ALTER TABLE sold DROP COLUMN x")).With(Later).Verify();
        Assert.Equal("MIG9201@2", Found(report));
        Assert.Equal("not, not, proved, proved", string.Join(", ", Enumerable.Range(3, 4).Select(v => Word(report, v))));
        Assert.Equal("it needs 'goods', which is not as 'M2' before it would leave it", report.Summary.Migrations[2].Why);
    }

    [Fact]
    public void Rows_that_could_not_be_written_are_no_reason_to_blame_those_behind_them()
    {
        string Found(string next) => GoingOnTests.Found(MadeHistory.Of(
            (Customers + ";\nCREATE TABLE kinds (id INTEGER PRIMARY KEY, name TEXT)", "DROP TABLE kinds;\n" + NoDown),
            ("INSERT INTO kinds (id, name) VALUES (1, nothing('a'))", "DELETE FROM kinds WHERE id = 1"), (next, "DELETE FROM uses;\nDROP TABLE uses")).Verify());
        const string Uses = "CREATE TABLE uses (kind INTEGER NOT NULL REFERENCES kinds (id));\nINSERT INTO uses VALUES ({0})";
        Assert.Equal("MIG9201@2", Found(string.Format(null, Uses, 1)));
        Assert.Equal("MIG9201@2 MIG9201@3", Found("CREATE TABLE uses (x INTEGER);\nINSERT INTO nowhere VALUES (1)"));
    }

    [Fact]
    public void A_failing_Down_leaves_rows_for_the_next()
    {
        var goes = MadeHistory.Of((Customers, "DROP TABLE nobody"), ("ALTER TABLE customers ADD COLUMN a TEXT", "ALTER TABLE customers DROP COLUMN a"), ("ALTER TABLE customers ADD COLUMN b TEXT NOT NULL", "SELECT 1"));
        Assert.Equal("MIG9202@1 MIG9201@3", goes.Found());
        Assert.Equal(25, goes.Verify().Summary.Migrations[1].RowsCompared);
    }

    [Fact]
    public void What_cannot_be_rendered_for_SQLite_is_told_once_with_those_that_need_it()
    {
        var history = Foreign((Customers, NoDown), ("CREATE TABLE s (id SERIAL)", "DROP TABLE s"), ("INSERT INTO s DEFAULT VALUES", null)).With(Later);
        history.Unrendered.Add(2);
        var report = history.Verify();
        Assert.Equal("MIG9208@2", Found(report));
        Assert.EndsWith("and a migration after it needs it", report.Findings[0].Values[1], StringComparison.Ordinal);
        Assert.Equal("not, not, proved, proved", string.Join(", ", Enumerable.Range(2, 4).Select(v => Word(report, v))));
    }

    [Theory]
    [InlineData("CREATE EXTENSION IF NOT EXISTS citext", "DROP EXTENSION IF EXISTS citext")]
    [InlineData("UPDATE customers SET name = initcap(name::text) WHERE note < now()", null)]
    [InlineData("UPDATE customers SET name = concat_fold(name)", null)]
    [InlineData("DELETE FROM customers c USING other o WHERE o.id = c.id", null)]
    [InlineData("UPDATE public.customers SET note = NULL", null)]
    [InlineData("INSERT INTO customers (name) SELECT tablename FROM pg_tables", null)]
    [InlineData("DO $$ BEGIN PERFORM 1; END $$", null)]
    [InlineData("CREATE INDEX CONCURRENTLY ix ON customers USING gin (name)", "DROP INDEX CONCURRENTLY ix")]
    [InlineData("COMMENT ON TABLE customers IS 'people'", null)]
    [InlineData("CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN UPDATE customers SET note = ''; RETURN NEW; END $$ LANGUAGE plpgsql", "DROP FUNCTION f")]
    [InlineData("INSERT INTO customers (name) VALUES (gen_random_uuid())", null)]
    public void SQL_of_the_projects_own_engine_is_not_proved_and_no_error(string up, string? down)
    {
        var report = Foreign((Customers, NoDown), (up, down)).With(Later).Verify();
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("MIG9208", 2L, new Place("steps.cs", 11, 9)), (finding.Rule, finding.Version, finding.Place));
        Assert.Equal((ProofState.NotProved, ProofState.NotProved), (report.Summary.Migrations[1].Up, report.Summary.Migrations[1].Down));
        Assert.Equal("proved", Word(report, 4));
        Assert.Equal("MIG9201@2", Found(MadeHistory.Of((Customers, NoDown), (up, down)).With(Later).Verify()));
    }

    [Theory]
    [InlineData("ALTER TABLE customers ADD COLUMN b TEXT NOT NULL", "SELECT 1", "MIG9208@2")]
    [InlineData("UPDATE customers SET id = 7", null, "MIG9201@2")]
    [InlineData("UPDATE customers SET name = NULL", null, "MIG9201@2")]
    [InlineData("INSERT INTO customers (id, name) VALUES (5, 'a'), (5, 'b')", null, "MIG9201@2")]
    [InlineData("UPDATE customers SET name = upper(name)", "UPDATE customers SET name = lower(name)", "MIG9204@2")]
    [InlineData("CREATE INDEX ix ON customers (note)", "SELECT 1", "MIG9203@2")]
    public void What_SQLite_understands_is_judged_whatever_the_project_targets(string up, string? down, string expected) =>
        Assert.Equal(expected, Found(Foreign((Customers, NoDown), (up, down)).Verify()));

    [Fact]
    public void An_answer_about_what_is_missing_blames_nobody()
    {
        VerificationReport Report(string table) => new MadeHistory().Add(Customers, NoDown).Add("CREATE TABLE goods (id UUID DEFAULT nothing())", "DROP TABLE goods")
            .Add("CREATE TABLE later (id INTEGER PRIMARY KEY)", "DROP TABLE later", m => m with { Scripts = Items.Of(m.Scripts[0] with { UpAssumptions = Items.Of(new Assumption("table", TableName.Of(table), null, true)) }) }).Verify();
        Assert.Equal("MIG9201@2", Found(Report("goods")));
        Assert.Equal("MIG9201@2 MIG9201@3", Found(Report("nothing")));
    }

    [Fact]
    public void A_Down_in_the_engines_own_SQL_leaves_its_Up_proved()
    {
        var report = Foreign((Customers, NoDown), ("CREATE TABLE goods (id INTEGER PRIMARY KEY)", "DROP TABLE goods CASCADE")).With(Later).Verify();
        Assert.Equal("MIG9208@2", Found(report));
        Assert.Equal((ProofState.Proved, ProofState.NotProved), (report.Summary.Migrations[1].Up, report.Summary.Migrations[1].Down));
        Assert.Equal("proved proved", $"{Word(report, 3)} {Word(report, 4)}");
    }

    [Fact]
    public void Operations_that_FluentMigrator_words_are_judged_where_only_their_names_are_wrong()
    {
        string Found(Operation up) => GoingOnTests.Found(new MadeHistory { Targets = Postgres }.Add(Customers, NoDown)
            .Add(Items.Of(up), Items.Of<Operation>(new RawSql("SELECT 1", SqlSource.Statement))).Verify());
        Assert.Equal("MIG9201@2", Found(new DropTable(TableName.Of("customer"))));
        Assert.Equal("MIG9208@2", Found(new RawSql("DROP TABLE public.customer", SqlSource.Statement)));
    }

    [Fact]
    public void What_is_missing_is_known_to_a_later_build_that_goes_on_from_a_state()
    {
        var folder = Directory.CreateTempSubdirectory("migrations-gaps-").FullName;
        try
        {
            var options = new VerifyOptions { StateFolder = folder };
            MadeHistory History() => MadeHistory.Of((Customers, NoDown), ("CREATE TABLE goods (id INTEGER PRIMARY KEY, made TEXT DEFAULT nothing())", "DROP TABLE goods"), Later[1]);
            Assert.Equal(3, History().Verify(options).Ran);
            var report = History().With(("ALTER TABLE goods ADD COLUMN x TEXT", null)).Verify(options);
            Assert.Equal((1, "MIG9201@2", "not"), (report.Ran, Found(report), Word(report, 4)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Items<DatabaseTarget> Postgres => Items.Of(new DatabaseTarget(DatabaseKind.Postgres, "14"));

    private static MadeHistory Foreign(params (string, string?)[] migrations) => new MadeHistory { Targets = Postgres }.With(migrations);

    private static string Found(VerificationReport report) => string.Join(' ', report.Findings.Select(f => $"{f.Rule}@{f.Version}"));

    private static string Word(VerificationReport report, int version) => report.Summary.Migrations[version - 1].Up == ProofState.Proved ? "proved" : "not";
}
