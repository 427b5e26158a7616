using System.Globalization;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Tests;

/// <summary>What is proved once is not proved again, and never believed wrongly.</summary>
public sealed class StateTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("stäte ").FullName, "obj");

    [Fact]
    public void Nothing_changed_runs_nothing_and_says_the_same()
    {
        var first = Verify(History());
        var second = Verify(History());
        Assert.Equal((4, 0), (first.Ran, second.Ran));
        Assert.Equal(Text(first), Text(second));
        Assert.Equal(first.Findings, second.Findings);
        Assert.Equal("MIG9209", Assert.Single(second.Findings).Rule);
    }

    [Fact]
    public void One_more_migration_runs_one_and_gives_what_a_whole_run_gives()
    {
        Verify(History());
        var more = History().Add("CREATE INDEX ix_t2 ON t2 (name)", "DROP INDEX ix_t2");
        var one = Verify(more);
        Assert.Equal(1, one.Ran);
        Assert.Equal(Text(more.Verify()), Text(one));
    }

    [Fact]
    public void Another_last_migration_runs_only_itself_and_an_earlier_one_everything_after_it()
    {
        Verify(History());
        Assert.Equal(1, Verify(History(last: "CREATE VIEW v AS SELECT 2 AS n")).Ran);
        Assert.Equal(0, Verify(History()).Ran);
        Assert.Equal(4, Verify(History(first: "CREATE TABLE t1 (id INTEGER PRIMARY KEY, name TEXT, more TEXT)")).Ran);
    }

    [Fact]
    public void Other_options_and_samples_of_its_tables_count_and_those_of_others_do_not()
    {
        Verify(History());
        Assert.Equal(4, Verify(History(), new() { Rows = 7 }).Ran);
        Assert.Equal(1, Verify(History(), new() { Samples = Samples.Read("""{"v.n": ["x"]}""") }).Ran);
        Assert.Equal(4, Verify(History(), new() { Samples = Samples.Read("""{"t1.name": ["x"]}""") }).Ran);
        Assert.Equal(0, Verify(History(), new() { Samples = Samples.Read("""{"elsewhere.name": ["x"]}""") }).Ran);
    }

    [Fact]
    public void Places_are_those_of_today()
    {
        Verify(History());
        var finding = Assert.Single(Verify(History(line: 500)).Findings);
        Assert.Equal(500, finding.Place?.Line);
    }

    [Theory]
    [InlineData("*.json")]
    [InlineData("*.db")]
    [InlineData("*")]
    public void Damaged_state_is_ignored(string files)
    {
        Verify(History());
        foreach (var file in Directory.GetFiles(_folder, files))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= 0x55;
            File.WriteAllBytes(file, [.. bytes[..^7]]);
        }

        var more = History().Add("CREATE INDEX ix_t2 ON t2 (name)", "DROP INDEX ix_t2");
        Assert.Equal(Text(more.Verify()), Text(Verify(more)));
        Assert.Equal(0, Verify(more).Ran);
    }

    [Fact]
    public void Builds_at_once_do_not_disturb_each_other()
    {
        var texts = new string[4];
        Parallel.For(0, texts.Length, i => texts[i] = Text(Verify(History())));
        Assert.Single(texts.Distinct());
        Assert.Equal(0, Verify(History()).Ran);
        Assert.Equal(1, Verify(History().Add("CREATE INDEX ix_t2 ON t2 (name)", "DROP INDEX ix_t2")).Ran);
    }

    [Fact]
    public void Every_culture_gives_the_same()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("tr-TR");
            Verify(History());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        var again = Verify(History());
        Assert.Equal((0, Text(History().Verify())), (again.Ran, Text(again)));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static MadeHistory History(string first = "CREATE TABLE t1 (id INTEGER PRIMARY KEY, name TEXT)", string last = "CREATE VIEW v AS SELECT 1 AS n", int line = 30) => new MadeHistory()
        .Add(first, "DROP TABLE t1")
        .Add("ALTER TABLE t1 DROP COLUMN name", "ALTER TABLE t1 ADD COLUMN name TEXT", m => m with { DownPlace = new("M2.cs", line, 1) })
        .Add("CREATE TABLE t2 (id INTEGER PRIMARY KEY, name TEXT)", "DROP TABLE t2")
        .Add(last + " FROM t2", "DROP VIEW v");

    private static string Text(VerificationReport report) => JsonWriter.Indented(RecordJson.Write(report.Summary));

    private VerificationReport Verify(MadeHistory history, VerifyOptions? options = null) => history.Verify((options ?? new()) with { StateFolder = _folder });
}
