using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Keeping;

public sealed class PurgeTests : IDisposable
{
    private readonly Database _database = new();
    private readonly Clock _clock = new();

    public PurgeTests() => _database.Settings = _database.Settings with { Clock = _clock };

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task What_is_past_its_time_is_dropped_and_nothing_else()
    {
        var bundle = Crm.And(Crm.WithoutEmail, Crm.WithoutBob, Crm.WithoutCustomers);
        await _database.ApplyAsync(bundle, new() { To = 2 });
        await _database.ApplyAsync(bundle, new() { To = 3, KeepFor = TimeSpan.FromHours(12) });
        await _database.ApplyAsync(bundle, new() { To = 4, KeepFor = null });
        Assert.Empty((await _database.PurgeAsync()).Ends(ExitCode.Done).Dropped);

        _clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(["migrations_kept_3_1"], (await _database.PurgeAsync(new() { DryRun = true })).Ends(ExitCode.Done).Dropped.Select(k => k.Name));
        Assert.Equal(3, _database.Rows(Crm.Tables).Length);
        var purged = (await _database.PurgeAsync()).Ends(ExitCode.Done);
        Assert.Equal([("migrations_kept_3_1", 1L)], purged.Dropped.Select(k => (k.Name, k.Rows)));
        Assert.Equal(4, purged.Deployment);

        _clock.Now += TimeSpan.FromDays(3650);
        Assert.Equal(["migrations_kept_2_1"], (await _database.PurgeAsync()).Ends(ExitCode.Done).Dropped.Select(k => k.Name));
        Assert.Equal(["migrations_kept_4_1"], _database.Rows(Crm.Tables));
        Assert.Equal(["purged|ann@desk", "purged|ann@desk", "kept|null"], _database.Rows("SELECT state, ended_by FROM migrations_kept ORDER BY id"));
        Assert.Equal(["purge|done", "purge|done"], _database.Rows("SELECT verb, state FROM migrations_deployments WHERE verb = 'purge'"));
        Assert.Equal(["3|migrations_kept_3_1", "2|migrations_kept_2_1"], _database.Rows("SELECT version, class FROM migrations_journal WHERE direction = 'purge' ORDER BY entry"));
        Assert.All((await _database.StatusAsync(bundle)).Migrations, m => Assert.Equal(MigrationState.Applied, m.State));
    }

    [Fact]
    public async Task Older_than_counts_from_when_it_was_kept_whatever_time_was_meant()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail), new() { KeepFor = null });
        _clock.Now += TimeSpan.FromHours(12);

        Assert.Empty((await _database.PurgeAsync(new() { OlderThan = TimeSpan.FromDays(1) })).Ends(ExitCode.Done).Dropped);
        Assert.Single((await _database.PurgeAsync(new() { OlderThan = TimeSpan.FromHours(12) })).Ends(ExitCode.Done).Dropped);
        Assert.Empty((await _database.PurgeAsync(new() { OlderThan = TimeSpan.Zero })).Ends(ExitCode.Done).Dropped);
    }

    [Fact]
    public async Task A_rollback_that_needs_purged_data_is_refused_before_it_begins_and_goes_on_where_that_is_allowed()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail, Draft.Table(9)));
        await _database.PurgeAsync(new() { OlderThan = TimeSpan.Zero });

        var refused = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Refused);
        Assert.Equal(["MIG9336"], refused.Ids());
        Assert.Contains("because 3 rows kept in 'migrations_kept_2_1' were purged on 2026-01-31 09:00:00Z by ann@desk", refused.Text(), StringComparison.Ordinal);
        Assert.Contains("'--allow-data-loss'", refused.Text(), StringComparison.Ordinal);
        Assert.Equal(["1", "2", "9"], _database.Versions());

        (await _database.RollbackAsync(null, new() { To = 1, AllowDataLoss = true })).Ends(ExitCode.Done);
        Assert.Equal(["1|Ann|null", "2|Bob|null", "3|Cyd|null"], _database.Rows(Crm.Everybody));
        Assert.Equal(["skipped"], _database.Rows("SELECT state FROM migrations_journal WHERE direction = 'down' AND version = 2 AND statement = 2"));
    }

    [Fact]
    public async Task A_kept_table_that_was_dropped_by_hand_is_told_as_such()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail.Piecemeal()));
        _database.Execute("DROP TABLE migrations_kept_2_1");

        Assert.True((await _database.StatusAsync()).Kept.Single().Missing);
        var refused = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Refused);
        Assert.Contains("the table 'migrations_kept_2_1', which held 3 rows, was dropped by hand", refused.Text(), StringComparison.Ordinal);
        (await _database.RollbackAsync(null, new() { To = 1, AllowDataLoss = true })).Ends(ExitCode.Done);
        Assert.Equal(["purged"], _database.Rows("SELECT state FROM migrations_kept"));
    }

    [Fact]
    public async Task Where_no_row_was_kept_none_is_missed()
    {
        var bundle = Crm.And(Crm.WithoutEmail);
        await _database.ApplyAsync(bundle, new() { To = 1 });
        _database.Execute("""DELETE FROM "Customers" """);
        await _database.ApplyAsync(bundle);
        await _database.PurgeAsync(new() { OlderThan = TimeSpan.Zero });

        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task A_migration_that_others_applied_kept_nothing_and_says_so()
    {
        var bundle = Crm.And(Crm.WithoutEmail);
        await _database.ApplyAsync(bundle, new() { To = 1 });
        _database.Execute("""ALTER TABLE "Customers" DROP COLUMN "Email"; INSERT INTO "VersionInfo" VALUES (2, NULL, NULL)""");

        Assert.Contains("no table 'migrations_kept_2_1' was made when it was applied", (await _database.RollbackAsync(bundle, new() { To = 1 })).Ends(ExitCode.Refused).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""ALTER TABLE "Customers" ADD COLUMN "Email" TEXT DEFAULT 'mine'""", 2, "column 'Email' of table 'Customers'")]
    [InlineData("""CREATE TABLE "Customers" ("Mine" TEXT)""", 4, "table 'Customers'")]
    public async Task What_was_made_again_by_hand_is_not_overwritten(string byHand, long last, string what)
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail, Crm.WithoutBob, Crm.WithoutCustomers), new() { To = last });
        _database.Execute(byHand);

        var refused = (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Differs);

        Assert.Equal(["MIG9337"], refused.Ids());
        Assert.Contains("its Down makes " + what, refused.Text(), StringComparison.Ordinal);
        Assert.Empty(refused.Ran);
        Assert.Equal(last, long.Parse(_database.Versions()[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_name_in_the_registry_that_is_no_kept_table_is_not_dropped()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail));
        _database.Execute("UPDATE migrations_kept SET name = 'Customers'");

        Assert.Empty((await _database.PurgeAsync(new() { OlderThan = TimeSpan.Zero })).Ends(ExitCode.Done).Dropped);
        Assert.Contains("Customers", _database.Tables());
    }

    [Fact]
    public async Task A_purge_waits_for_the_runner_that_works_and_then_gives_up()
    {
        PurgeOutcome? meanwhile = null;
        var patient = _database.Settings;
        _database.Settings = patient with
        {
            Progress = e =>
            {
                if (e is Progress.StatementDone { Version: 2, Number: 1 })
                {
                    meanwhile = Task.Run(() => Purge.RunAsync(patient with { LockTimeout = TimeSpan.Zero }, new() { OlderThan = TimeSpan.Zero }, default)).GetAwaiter().GetResult();
                }
            },
        };

        (await _database.ApplyAsync(Crm.And(Crm.WithoutEmail))).Ends(ExitCode.Done);

        Assert.Equal(ExitCode.Locked, meanwhile!.Code);
        Assert.Equal(["migrations_kept_2_1"], _database.Rows(Crm.Tables));
    }

    [Fact]
    public async Task A_purge_that_fails_half_way_leaves_tables_and_registry_in_agreement()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail, Crm.WithoutBob));
        _database.Execute("CREATE TRIGGER stop BEFORE UPDATE ON migrations_kept WHEN old.version = 3 BEGIN SELECT RAISE(ABORT, 'no'); END");

        var outcome = await _database.PurgeAsync(new() { OlderThan = TimeSpan.Zero });

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Equal(["migrations_kept_2_1"], outcome.Dropped.Select(k => k.Name));
        Assert.Equal(["migrations_kept_3_1"], _database.Rows(Crm.Tables));
        Assert.Equal(["purged", "kept"], _database.Rows("SELECT state FROM migrations_kept ORDER BY id"));
        _database.Execute("DROP TRIGGER stop");
        (await _database.PurgeAsync(new() { OlderThan = TimeSpan.Zero })).Ends(ExitCode.Done);
        Assert.Empty(_database.Rows(Crm.Tables));
    }

    [Fact]
    public async Task A_purge_of_nothing_makes_nothing()
    {
        (await _database.PurgeAsync()).Ends(ExitCode.Done);
        Assert.False(File.Exists(_database.Path));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
