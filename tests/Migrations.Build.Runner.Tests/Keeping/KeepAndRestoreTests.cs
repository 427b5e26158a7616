using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Keeping;

public sealed class KeepAndRestoreTests : IDisposable
{
    private static readonly string[] All = ["1|Ann|ann@x", "2|Bob|bob@x", "3|Cyd|null"];
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_values_of_a_dropped_column_come_back(bool piecemeal)
    {
        var bundle = Crm.And(piecemeal ? Crm.WithoutEmail.Piecemeal() : Crm.WithoutEmail);
        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
        Assert.Equal(["1|Ann", "2|Bob", "3|Cyd"], _database.Rows(Crm.Everybody));
        Assert.Equal(["""migrations_kept_2_1|Customers|["Email"]|3|0|1|kept"""], _database.Rows(Crm.Registry));

        var back = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Empty(back.Findings);
        Assert.Equal(All, _database.Rows(Crm.Everybody));
        Assert.Equal(["""migrations_kept_2_1|Customers|["Email"]|3|0|1|restored"""], _database.Rows(Crm.Registry));
        Assert.Empty(_database.Rows(Crm.Tables));
        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
        Assert.Equal(["migrations_kept_2_1"], _database.Rows(Crm.Tables));
    }

    [Fact]
    public async Task Rows_tables_and_columns_come_back_over_several_versions_and_deployments_in_another_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            var bundle = Crm.And(Crm.WithoutEmail, Crm.WithoutBob, Crm.WithoutCustomers);
            (await _database.ApplyAsync(bundle, new() { To = 2 })).Ends(ExitCode.Done);
            (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
            Assert.Equal(["1", "2", "2"], _database.Rows("SELECT deployment FROM migrations_kept ORDER BY id"));
            Assert.StartsWith("2", _database.Rows("SELECT kept_at FROM migrations_kept")[0], StringComparison.Ordinal);

            (await _database.RollbackAsync(null, new() { LastDeployment = true })).Ends(ExitCode.Done);
            Assert.Equal(["1|Ann", "2|Bob", "3|Cyd"], _database.Rows(Crm.Everybody));
            (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

            Assert.Equal(All, _database.Rows(Crm.Everybody));
            Assert.Equal(["restored", "restored", "restored"], _database.Rows("SELECT state FROM migrations_kept"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task What_belongs_to_a_row_that_was_deleted_meanwhile_stays_and_is_told()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail));
        _database.Execute("""DELETE FROM "Customers" WHERE "Id" = 2; INSERT INTO "Customers" VALUES (9, 'Dan')""");

        var back = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Equal(["MIG9335"], back.Ids());
        Assert.Contains("1 of the 3 rows that it had kept of 'Customers' found no place", back.Text(), StringComparison.Ordinal);
        Assert.Equal(["1|Ann|ann@x", "3|Cyd|null", "9|Dan|null"], _database.Rows(Crm.Everybody));
        Assert.Equal(["bob@x"], _database.Rows("""SELECT "Email" FROM "migrations_kept_2_1_left1" WHERE "Id" = 2"""));
        Assert.Equal(["""migrations_kept_2_1_left1|Customers|["Email"]|3|1|1|left"""], _database.Rows(Crm.Registry));
        Assert.Equal((KeptState.Left, 1L), (await _database.StatusAsync()).Kept.Select(k => (k.State, k.RowsLeft)).Single());
    }

    [Fact]
    public async Task What_belongs_to_a_row_with_another_key_now_stays_and_is_told()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail));
        _database.Execute("""UPDATE "Customers" SET "Id" = 20 WHERE "Id" = 2""");

        Assert.Equal(["MIG9335"], (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done).Ids());
        Assert.Equal(["1|Ann|ann@x", "3|Cyd|null", "20|Bob|null"], _database.Rows(Crm.Everybody));
    }

    [Fact]
    public async Task A_deleted_row_whose_key_was_used_again_does_not_overwrite_the_new_one()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutBob));
        _database.Execute("""INSERT INTO "Customers" VALUES (2, 'New', NULL)""");

        Assert.Equal(["MIG9335"], (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done).Ids());
        Assert.Equal(["1|Ann|ann@x", "2|New|null", "3|Cyd|null"], _database.Rows(Crm.Everybody));
        Assert.Equal(["2|Bob|bob@x"], _database.Rows("SELECT * FROM migrations_kept_3_1_left1"));
    }

    [Fact]
    public async Task A_later_edit_counts_and_the_older_value_stays_kept()
    {
        await _database.ApplyAsync(Crm.And(Crm.Loud));
        _database.Execute("""UPDATE "Customers" SET "Name" = 'Bobby' WHERE "Id" = 2""");

        Assert.Equal(["MIG9335"], (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done).Ids());
        Assert.Equal(["1|Ann|ann@x", "2|Bobby|bob@x", "3|Cyd|null"], _database.Rows(Crm.Everybody));
        Assert.Equal(["1"], _database.Rows("SELECT left_rows FROM migrations_kept"));
    }

    [Fact]
    public async Task A_view_of_somebody_that_names_a_table_which_is_gone_does_not_disturb()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail));
        _database.Execute("""DELETE FROM "Customers" WHERE "Id" = 2; CREATE VIEW "Broken" AS SELECT 1 FROM "Nowhere" """);

        Assert.Equal(["MIG9335"], (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done).Ids());
    }

    [Fact]
    public async Task Up_applied_again_after_plain_FluentMigrator_undid_it_keeps_both()
    {
        var bundle = Crm.And(Crm.WithoutEmail);
        await _database.ApplyAsync(bundle);
        _database.Execute("""ALTER TABLE "Customers" ADD COLUMN "Email" TEXT; UPDATE "Customers" SET "Email" = 'second'; DELETE FROM "VersionInfo" WHERE "Version" = 2""");

        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);

        Assert.Equal(["migrations_kept_2_1", "migrations_kept_2_1_left1"], _database.Rows(Crm.Tables));
        Assert.Equal(
            ["""migrations_kept_2_1_left1|Customers|["Email"]|3|3|1|left""", """migrations_kept_2_1|Customers|["Email"]|3|0|2|kept"""],
            _database.Rows(Crm.Registry));
        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);
        Assert.Equal(["1|Ann|second", "2|Bob|second", "3|Cyd|second"], _database.Rows(Crm.Everybody));
        Assert.Equal(["ann@x"], _database.Rows("""SELECT "Email" FROM "migrations_kept_2_1_left1" WHERE "Id" = 1"""));
    }

    [Fact]
    public async Task A_table_of_the_name_that_nobody_registered_is_not_deleted_either()
    {
        _database.Execute("CREATE TABLE migrations_kept_2_1 (a); INSERT INTO migrations_kept_2_1 VALUES ('mine')");

        (await _database.ApplyAsync(Crm.And(Crm.WithoutEmail))).Ends(ExitCode.Done);

        Assert.Equal(["mine"], _database.Rows("SELECT * FROM migrations_kept_2_1_left1"));
        Assert.Equal(["left", "kept"], _database.Rows("SELECT state FROM migrations_kept ORDER BY id"));
    }

    [Fact]
    public async Task A_failing_deployment_restores_what_it_kept()
    {
        var bundle = Crm.And(Crm.WithoutEmail, Crm.WithoutBob, Draft.Of(9, ["INSERT INTO \"Nowhere\" VALUES (1)"], []));
        await _database.ApplyAsync(bundle, new() { To = 1 });

        var outcome = (await _database.ApplyAsync(bundle)).Ends(ExitCode.RolledBack);

        Assert.Equal(["MIG9311", "MIG9325"], outcome.Ids());
        Assert.Contains("2 migrations were undone. Nothing of it is applied, the database is where it was before. Not applied: 2, 3, 9.", FindingText.Of(outcome.Findings[1]), StringComparison.Ordinal);
        Assert.Equal(All, _database.Rows(Crm.Everybody));
        Assert.Empty(_database.Rows(Crm.Tables));
    }

    [Fact]
    public async Task A_paused_deployment_keeps_what_it_kept_and_goes_on_there()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail, Draft.Of(9, ["INSERT INTO \"Nowhere\" VALUES (1)"], [])), new() { OnFailure = OnFailure.Pause });
        Assert.Equal(["1", "2"], _database.Versions());

        (await _database.ApplyAsync(Crm.And(Crm.WithoutEmail, Crm.WithoutBob))).Ends(ExitCode.Done);
        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Equal(All, _database.Rows(Crm.Everybody));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_ends_between_keeping_and_destroying_loses_nothing_and_goes_on(bool piecemeal)
    {
        using var cancel = new CancellationTokenSource();
        var bundle = Crm.And(piecemeal ? Crm.WithoutEmail.Piecemeal() : Crm.WithoutEmail);
        _database.Settings = _database.Settings with { Progress = e => { if (e is Progress.StatementDone { Version: 2, Number: 1 }) { cancel.Cancel(); } } };

        (await _database.ApplyAsync(bundle, null, cancel.Token)).Ends(ExitCode.Cancelled);
        Assert.Equal(All, _database.Rows(Crm.Everybody));
        Assert.Empty(_database.Rows(Crm.Tables));

        _database.Settings = _database.Settings with { Progress = null };
        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
        Assert.Single(_database.Rows(Crm.Registry));
        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);
        Assert.Equal(All, _database.Rows(Crm.Everybody));
    }

    [Fact]
    public async Task What_was_kept_before_a_failure_without_transaction_is_not_kept_again()
    {
        var broken = Crm.WithoutEmail with { Up = Crm.WithoutEmail.Up.Take(1).Append(Bundle.Parts.Statement.Sql("DROP TABLE \"Nowhere\"")).ToItems() };
        (await _database.ApplyAsync(Crm.And(broken.Piecemeal()))).Ends(ExitCode.NeedsPerson);
        Assert.Equal(All, _database.Rows(Crm.Everybody));
        Assert.Equal(["kept"], _database.Rows("SELECT state FROM migrations_kept"));

        (await _database.ApplyAsync(Crm.And(Crm.WithoutEmail.Piecemeal()))).Ends(ExitCode.Done);

        Assert.Equal(["migrations_kept_2_1"], _database.Rows(Crm.Tables));
        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);
        Assert.Equal(All, _database.Rows(Crm.Everybody));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rollback_that_ends_between_restoring_and_settling_goes_on(bool piecemeal)
    {
        using var cancel = new CancellationTokenSource();
        await _database.ApplyAsync(Crm.And(piecemeal ? Crm.WithoutEmail.Piecemeal() : Crm.WithoutEmail));
        var old = _database.Settings;
        _database.Settings = old with { Progress = e => { if (e is Progress.StatementDone { Version: 2, Number: 2 }) { cancel.Cancel(); } } };
        (await _database.RollbackAsync(null, new() { Steps = 1 }, cancel.Token)).Ends(ExitCode.Cancelled);
        Assert.Equal(["kept"], _database.Rows("SELECT state FROM migrations_kept"));

        _database.Settings = old;
        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Equal(All, _database.Rows(Crm.Everybody));
        Assert.Equal(["restored"], _database.Rows("SELECT state FROM migrations_kept"));
        Assert.Empty(_database.Rows(Crm.Tables));
    }

    [Fact]
    public async Task A_failing_way_back_says_how_many_steps_are_left()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER)"], ["DROP TABLE \"Y\""]), Draft.Table(2)));

        var outcome = (await _database.RollbackAsync(null, new() { Steps = 2 })).Ends(ExitCode.NeedsPerson);

        Assert.Contains("Applied: 1. Not applied: 2 (undone). Next: correct it and run 'migrations rollback --steps 1'.", FindingText.Of(outcome.Findings[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_an_older_runner_gets_the_registry()
    {
        await _database.ApplyAsync(Draft.Bundle(Crm.Customers));
        _database.Execute("DROP TABLE migrations_kept");
        Assert.Empty((await _database.StatusAsync()).Kept);

        (await _database.ApplyAsync(Crm.And(Crm.WithoutEmail))).Ends(ExitCode.Done);

        Assert.Single((await _database.StatusAsync()).Kept);
    }

    [Fact]
    public async Task The_plan_tells_what_will_be_kept_and_how_many_rows()
    {
        var bundle = Crm.And(Crm.WithoutEmail, Crm.WithoutBob);
        Assert.Equal([null, null], (await _database.PlanAsync(bundle)).Pending.SelectMany(p => p.Keeps).Select(k => k.Rows));
        await _database.ApplyAsync(bundle, new() { To = 1 });

        var keeps = (await _database.ApplyAsync(bundle, new() { DryRun = true })).Plan!.Pending.SelectMany(p => p.Keeps).ToArray();

        Assert.Equal([("Customers", 3L), ("Customers", 1L)], keeps.Select(k => (k.Table, k.Rows!.Value)));
        Assert.Equal(["Email"], keeps[0].Columns);
        Assert.Equal("the column is dropped", keeps[0].Why);
    }

    [Fact]
    public async Task Rows_that_a_rule_of_the_table_refuses_stay_kept_and_are_told()
    {
        var bundle = Crm.And(Draft.Of(
            4,
            ["""keep: CREATE TABLE "migrations_kept_4_1" AS SELECT * FROM "Customers" """, """DROP TABLE "Customers" """],
            [
                """CREATE TABLE "Customers" ("Id" INTEGER PRIMARY KEY, "Name" TEXT NOT NULL CHECK ("Name" <> 'Ann'), "Email" TEXT NOT NULL)""",
                """restore: INSERT OR IGNORE INTO "Customers" SELECT * FROM "migrations_kept_4_1" """,
            ]).Keeping("migrations_kept_4_1", "Customers"));
        await _database.ApplyAsync(bundle);

        var back = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Equal(["MIG9335"], back.Ids());
        Assert.Contains("2 of the 3 rows that it had kept of 'Customers' found no place", back.Text(), StringComparison.Ordinal);
        Assert.Equal(["2|Bob|bob@x"], _database.Rows(Crm.Everybody));
        Assert.Equal(["1|Ann|ann@x", "2|Bob|bob@x", "3|Cyd|null"], _database.Rows("SELECT * FROM migrations_kept_4_1_left1 ORDER BY 1"));
    }

    [Fact]
    public async Task The_number_of_a_dropped_table_comes_back_with_it_and_is_settled()
    {
        var numbered = Draft.Of(
            2,
            ["""CREATE TABLE "N" ("Id" INTEGER PRIMARY KEY AUTOINCREMENT)""", """INSERT INTO "N" VALUES (1), (9)""", """DELETE FROM "N" WHERE "Id" = 9"""],
            ["""DROP TABLE "N" """]);
        var dropped = Draft.Of(
            3,
            [
                """keep: CREATE TABLE "migrations_kept_3_1" AS SELECT "Id" FROM "N" """,
                """keep: CREATE TABLE "migrations_kept_3_2" AS SELECT name, seq FROM sqlite_sequence WHERE sqlite_sequence.name = 'N' COLLATE NOCASE""",
                """DROP TABLE "N" """,
            ],
            [
                """CREATE TABLE "N" ("Id" INTEGER PRIMARY KEY AUTOINCREMENT)""",
                """restore: UPDATE sqlite_sequence SET seq = max(sqlite_sequence.seq, k.seq) FROM "migrations_kept_3_2" AS k WHERE sqlite_sequence.name = 'N' COLLATE NOCASE""",
                """restore: INSERT INTO sqlite_sequence (name, seq) SELECT 'N', k.seq FROM "migrations_kept_3_2" AS k WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE sqlite_sequence.name = 'N' COLLATE NOCASE)""",
                """restore: INSERT OR IGNORE INTO "N" ("Id") SELECT k."Id" FROM "migrations_kept_3_1" AS k""",
            ]).Keeping("migrations_kept_3_1", "N").Keeping("migrations_kept_3_2", "sqlite_sequence", "seq");
        await _database.ApplyAsync(Crm.And(numbered, dropped));

        Assert.Empty((await _database.RollbackAsync(null, new() { To = 2 })).Ends(ExitCode.Done).Findings);
        Assert.Equal(["9"], _database.Rows("SELECT seq FROM sqlite_sequence WHERE name = 'N'"));
        Assert.Equal(["restored", "restored"], _database.Rows("SELECT state FROM migrations_kept"));
    }
}
