using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Planning;

public sealed class ObjectionsTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task An_edited_applied_migration_is_refused_with_both_hashes_and_nothing_changes()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)));
        var before = await File.ReadAllBytesAsync(_database.Path);
        var edited = Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"T1\" (\"Id\" TEXT)"], ["DROP TABLE \"T1\""]), Draft.Table(2));

        var outcome = (await _database.ApplyAsync(edited)).Ends(ExitCode.Differs);

        Assert.Equal(["MIG9304"], outcome.Ids());
        Assert.Equal(_database.Rows("SELECT hash FROM migrations_journal WHERE statement = 0")[0], outcome.Findings[0].Values[2]);
        Assert.Equal(edited.Manifest.Migrations[0].Hashes[0].Hash, outcome.Findings[0].Values[3]);
        Assert.Equal(before, await File.ReadAllBytesAsync(_database.Path));
        (await _database.PlanAsync(edited)).Ends(ExitCode.Differs);
    }

    [Fact]
    public async Task A_renamed_or_described_migration_is_the_same()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)));

        var renamed = Draft.Table(1).With(m => m with { Class = "Other", FullName = "Ns.Other", Description = "Now described" });
        Assert.Empty((await _database.ApplyAsync(Draft.Bundle(renamed))).Ends(ExitCode.Done).Findings);
    }

    [Fact]
    public async Task A_database_newer_than_the_bundle_is_refused()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2)));

        Assert.Equal(["MIG9305"], (await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)))).Ends(ExitCode.Differs).Ids());
        Assert.Equal(["1", "2"], _database.Versions());
    }

    [Fact]
    public async Task A_late_migration_runs_with_a_warning_where_it_touches_other_tables()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(3)));

        var outcome = (await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3)))).Ends(ExitCode.Done);

        Assert.Equal(["MIG9307"], outcome.Ids());
        Assert.Equal(["1", "2", "3"], _database.Versions());
    }

    [Fact]
    public async Task A_late_migration_is_refused_where_a_newer_one_touched_its_table()
    {
        var late = Draft.Of(2, ["ALTER TABLE \"T1\" ADD COLUMN \"Two\" TEXT"], []);
        var newer = Draft.Of(3, ["ALTER TABLE \"T1\" ADD COLUMN \"Three\" TEXT"], []);
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), newer));

        var outcome = (await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), late, newer))).Ends(ExitCode.Refused);

        Assert.Equal("MIG9308", outcome.Ids()[0]);
        Assert.Equal(["1", "3"], _database.Versions());
    }

    [Theory]
    [InlineData("table", "T1", null, true)]
    [InlineData("table", "t1", null, true)]
    [InlineData("table", "T9", null, false)]
    [InlineData("column", "T1", "Name", true)]
    [InlineData("column", "T1", "Nome", false)]
    [InlineData("index", "T1", "IX", true)]
    [InlineData("index", "T1", "IY", false)]
    [InlineData("constraint", "T1", "CK", true)]
    [InlineData("constraint", "T1", "CL", false)]
    [InlineData("default", "T1", "Name", true)]
    [InlineData("default", "T1", "Id", false)]
    public async Task An_answer_of_the_build_must_be_that_of_the_database(string subject, string table, string? name, bool exists)
    {
        _database.Execute("CREATE TABLE \"T1\" (\"Id\" INTEGER, \"Name\" TEXT DEFAULT 'x', CONSTRAINT \"CK\" CHECK (\"Id\" > 0)); CREATE INDEX \"IX\" ON \"T1\" (\"Id\")");
        var assumption = new Assumption(subject, TableName.Of(table), name, exists);

        var wrong = (await _database.ApplyAsync(Draft.Bundle(Draft.Table(2).Assuming(assumption with { Exists = !exists })))).Ends(ExitCode.Differs);
        Assert.Equal(["MIG9309"], wrong.Ids());
        Assert.Equal(["T1"], _database.Tables());
        (await _database.ApplyAsync(Draft.Bundle(Draft.Table(2).Assuming(assumption)))).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task An_answer_that_an_earlier_pending_migration_makes_true_is_asked_after_that_one()
    {
        var asks = Draft.Table(2).Assuming(new("table", TableName.Of("T1"), null, true));

        (await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), asks))).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task Nothing_changes_where_what_is_expected_before_the_first_migration_does_not_hold()
    {
        var bundle = Draft.Bundle(Draft.Table(1).Expecting("no tables", "select count(*) from sqlite_master where name = 'Old'", 1, ExpectationMoment.Before));

        var outcome = (await _database.ApplyAsync(bundle)).Ends(ExitCode.Differs);

        Assert.Equal(["MIG9310"], outcome.Ids());
        Assert.Empty(_database.Tables());
    }

    [Fact]
    public async Task An_outcome_that_does_not_come_about_undoes_the_deployment()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2).Expecting("two rows", "select count(*) from T2", 2));

        var outcome = (await _database.ApplyAsync(bundle)).Ends(ExitCode.RolledBack);

        Assert.Equal(["MIG9310", "MIG9325"], outcome.Ids());
        Assert.Contains("'two rows' to be 2 after it, and it is not (it is 1)", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task A_value_that_may_be_somebodys_is_not_shown()
    {
        var bundle = Draft.Bundle(Draft.Table(1).Expecting("first name", "select Name from T1", 2));

        Assert.DoesNotContain("(it is", (await _database.ApplyAsync(bundle)).Ends(ExitCode.RolledBack).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_expected_after_a_rollback_is_checked_without_the_bundle_too()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1).Expecting("gone", "select count(*) from sqlite_master where name = 'T1'", 1, ExpectationMoment.AfterRollback)));

        var outcome = (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.NeedsPerson);

        Assert.Equal("MIG9310", outcome.Ids()[0]);
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task An_engine_that_cannot_be_run_yet_is_wrong_usage()
    {
        var bundle = Draft.Bundle(Draft.Table(1));
        _database.Settings = _database.Settings with { Database = Model.Databases.DatabaseKind.Postgres };

        Assert.Equal(["MIG9326"], (await _database.ApplyAsync(bundle)).Ends(ExitCode.Usage).Ids());
    }

    [Fact]
    public async Task Check_ends_with_pending_only_where_something_is()
    {
        var bundle = Draft.Bundle(Draft.Table(1));

        Assert.Single((await _database.PlanAsync(bundle, new() { Check = true })).Ends(ExitCode.Pending).Pending);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_database.Folder));
        await _database.ApplyAsync(bundle);
        (await _database.PlanAsync(bundle, new() { Check = true })).Ends(ExitCode.Done);
    }
}
