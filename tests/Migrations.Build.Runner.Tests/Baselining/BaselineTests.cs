using Migrations.Build.Runner.Baselining;
using Migrations.Build.Runner.Tests.Ground;
using Migrations.Build.Runner.Tests.Interop;

namespace Migrations.Build.Runner.Tests.Baselining;

public sealed class BaselineTests : IDisposable
{
    private static readonly Bundle.MigrationBundle Three = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task What_plain_fluent_migrator_applied_is_adopted_with_its_hashes_and_downs()
    {
        PlainFluentMigrator.Up(_database, 2);

        Assert.Equal([1L, 2L], (await AdoptAsync()).Ends(ExitCode.Done).Adopted);

        var status = (await _database.StatusAsync(Three)).Ends(ExitCode.Done);
        Assert.Equal([true, true, false], status.Migrations.Select(m => m.Baselined));
        Assert.NotNull(status.Migrations[0].At);
        Assert.Empty((await _database.ApplyAsync(Three)).Ends(ExitCode.Done).Findings);
        (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Equal(["VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task An_edit_of_an_adopted_migration_is_noticed()
    {
        PlainFluentMigrator.Up(_database, 2);
        await AdoptAsync();
        var edited = Draft.Bundle(Draft.Table(1), Draft.Of(2, ["CREATE TABLE \"T2\" (\"Id\" TEXT)"], ["DROP TABLE \"T2\""]));

        Assert.Equal(["MIG9304"], (await _database.ApplyAsync(edited)).Ends(ExitCode.Differs).Ids());
    }

    [Fact]
    public async Task A_database_that_nobody_migrated_is_adopted_up_to_a_version()
    {
        _database.Execute("""CREATE TABLE "T1" ("Id" INTEGER NOT NULL, "Name" TEXT); CREATE TABLE "T2" ("Id" integer not null , "Name" TEXT)""");

        Assert.Equal(["MIG9324"], (await AdoptAsync()).Ends(ExitCode.Usage).Ids());
        Assert.Equal(["MIG9317"], (await AdoptAsync(7)).Ends(ExitCode.Usage).Ids());
        Assert.Equal([1L, 2L], (await AdoptAsync(2)).Ends(ExitCode.Done).Adopted);

        (await _database.ApplyAsync(Three)).Ends(ExitCode.Done);
        Assert.Equal(["1", "2", "3"], _database.Versions());
    }

    [Fact]
    public async Task A_schema_that_is_not_what_the_migrations_make_is_not_adopted()
    {
        _database.Execute("""CREATE TABLE "T1" ("Id" INTEGER NOT NULL, "Name" TEXT, "More" TEXT)""");

        var outcome = (await AdoptAsync(1)).Ends(ExitCode.Differs);

        Assert.Equal(["T1.More"], outcome.Differences.Select(d => d.Name));
        Assert.Equal(["T1"], _database.Tables());
    }

    [Fact]
    public async Task Tables_of_another_application_are_named_and_do_not_stand_in_the_way()
    {
        PlainFluentMigrator.Up(_database, 2);
        _database.Execute("CREATE TABLE invoices (id INTEGER); CREATE TRIGGER audit AFTER DELETE ON invoices BEGIN SELECT 1; END");

        Assert.Equal(["invoices"], (await AdoptAsync()).Ends(ExitCode.Done).Ignored);
    }

    [Fact]
    public async Task A_table_that_a_later_migration_makes_is_no_other_applications()
    {
        PlainFluentMigrator.Up(_database, 2);
        _database.Execute("CREATE TABLE \"T3\" (\"Id\" INTEGER)");

        Assert.Equal(["T3"], (await AdoptAsync()).Ends(ExitCode.Differs).Differences.Select(d => d.Name));
    }

    [Fact]
    public async Task A_unique_column_that_plain_fluent_migrator_wrote_twice_is_adopted_and_its_table_rebuilt()
    {
        const string Goods = "CREATE TABLE goods (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL{0})";
        const string Index = "CREATE UNIQUE INDEX IX_goods_name ON goods (name ASC)";
        var goods = string.Format(System.Globalization.CultureInfo.InvariantCulture, Goods, "");
        var bundle = Draft.Bundle(Draft.Of(1, [goods, Index], ["DROP TABLE goods"]), Draft.Of(2, ["ALTER TABLE goods ADD COLUMN note TEXT"], ["ALTER TABLE goods DROP COLUMN note"]).Checking(goods + ";\n" + Index));
        _database.Execute(string.Format(System.Globalization.CultureInfo.InvariantCulture, Goods, " UNIQUE") + ";" + Index);

        (await Baseline.AdoptAsync(bundle, _database.Settings, new() { To = 1 }, default)).Ends(ExitCode.Done);

        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
    }

    [Theory]
    [InlineData(" UNIQUE", "CREATE INDEX IX_goods_name ON goods (name ASC)")]
    [InlineData(" UNIQUE ON CONFLICT IGNORE", "CREATE UNIQUE INDEX IX_goods_name ON goods (name ASC)")]
    [InlineData("", "CREATE UNIQUE INDEX IX_goods_name ON goods (name ASC) WHERE name <> ''")]
    public async Task A_unique_column_that_says_more_or_less_than_the_index_is_not(string column, string index)
    {
        var bundle = Draft.Bundle(Draft.Of(1, ["CREATE TABLE goods (id INTEGER, name TEXT)", "CREATE UNIQUE INDEX IX_goods_name ON goods (name ASC)"], ["DROP TABLE goods"]));
        _database.Execute($"CREATE TABLE goods (id INTEGER, name TEXT{column}); {index}");

        (await Baseline.AdoptAsync(bundle, _database.Settings, new() { To = 1 }, default)).Ends(ExitCode.Differs);
    }

    [Fact]
    public async Task The_last_deployment_is_never_what_was_adopted()
    {
        PlainFluentMigrator.Up(_database, 2);
        await AdoptAsync();

        Assert.Empty((await _database.RollbackAsync(Three, new() { LastDeployment = true })).Ends(ExitCode.Done).Ran);
        Assert.Equal(["1", "2"], _database.Versions());
    }

    [Fact]
    public async Task A_dry_run_waits_for_no_lock_and_writes_nothing()
    {
        PlainFluentMigrator.Up(_database, 2);
        _database.Settings = _database.Settings with { LockTimeout = TimeSpan.Zero };
        using (_database.HoldLock())
        {
            Assert.Equal([1L, 2L], (await Baseline.AdoptAsync(Three, _database.Settings, new() { DryRun = true }, default)).Ends(ExitCode.Done).Adopted);
            (await AdoptAsync()).Ends(ExitCode.Locked);
        }

        Assert.Empty(_database.Rows("SELECT 1 FROM sqlite_master WHERE name = 'migrations_journal'"));
    }

    [Fact]
    public async Task A_baseline_that_fails_in_the_middle_adopts_nothing_and_says_how_its_deployment_ended()
    {
        PlainFluentMigrator.Up(_database, 2);
        await AdoptAsync();
        _database.Execute("DELETE FROM migrations_journal; CREATE TRIGGER migrations_kept_0 BEFORE INSERT ON migrations_journal WHEN new.version = 2 BEGIN SELECT raise(ABORT, 'the disk is full'); END");

        Assert.Contains("the disk is full", (await AdoptAsync()).Ends(ExitCode.Failed).Text(), StringComparison.Ordinal);

        Assert.Empty(_database.Rows("SELECT 1 FROM migrations_journal"));
        Assert.Equal(["stopped"], _database.Rows("SELECT state FROM migrations_deployments ORDER BY deployment DESC LIMIT 1"));
        Assert.Empty(_database.Rows("SELECT 1 FROM migrations_lock"));
    }

    [Fact]
    public async Task A_baseline_whose_turn_was_taken_adopts_nothing()
    {
        PlainFluentMigrator.Up(_database, 2);
        await AdoptAsync();
        _database.Execute("DELETE FROM migrations_journal; CREATE TRIGGER migrations_kept_0 AFTER INSERT ON migrations_lock BEGIN UPDATE migrations_lock SET owner = 'another'; END");

        Assert.Equal(["MIG9320"], (await AdoptAsync()).Ends(ExitCode.Locked).Ids());

        Assert.Empty(_database.Rows("SELECT 1 FROM migrations_journal"));
    }

    private Task<BaselineOutcome> AdoptAsync(long? to = null) => Baseline.AdoptAsync(Three, _database.Settings, new() { To = to }, default);
}
