using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Keeping;

/// <summary>What people did by hand to a database in which data is kept.</summary>
public sealed class KeptByHandTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("DELETE FROM migrations_kept_2_1", "3 of the 3 rows", "1|Ann|null", "restored")]
    [InlineData("DELETE FROM migrations_kept_2_1 WHERE \"Id\" = 2", "1 of the 3 rows", "1|Ann|ann@x", "restored")]
    public async Task Kept_rows_that_somebody_deleted_are_told(string edit, string told, string first, string state)
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail));
        _database.Execute(edit);

        var back = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Equal(["MIG9338"], back.Ids());
        Assert.Contains(told + " that it had kept of 'Customers' were not in table 'migrations_kept_2_1' any more", back.Text(), StringComparison.Ordinal);
        Assert.Equal(first, _database.Rows(Crm.Everybody)[0]);
        Assert.Equal([state], _database.Rows("SELECT state FROM migrations_kept"));
    }

    [Fact]
    public async Task What_is_gone_and_what_has_no_place_are_both_told()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail));
        _database.Execute("""DELETE FROM migrations_kept_2_1 WHERE "Id" = 1; DELETE FROM "Customers" WHERE "Id" = 2""");

        Assert.Equal(["MIG9338", "MIG9335"], (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done).Ids());
    }

    [Fact]
    public async Task A_trigger_that_is_not_in_the_history_does_not_fire_for_what_comes_back_and_fires_afterwards()
    {
        await _database.ApplyAsync(Crm.And(Crm.WithoutEmail, Crm.WithoutBob));
        _database.Execute("""
            CREATE TABLE "Audit" ("What" TEXT);
            CREATE TRIGGER "Up" AFTER UPDATE ON "Customers" BEGIN INSERT INTO "Audit" VALUES ('update'); END;
            CREATE TRIGGER "In" AFTER INSERT ON "Customers" BEGIN INSERT INTO "Audit" VALUES ('insert'); END;
            """);

        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);
        Assert.Equal(["1|Ann|ann@x", "2|Bob|bob@x", "3|Cyd|null"], _database.Rows(Crm.Everybody));
        Assert.Empty(_database.Rows("SELECT * FROM \"Audit\""));

        _database.Execute("""UPDATE "Customers" SET "Name" = 'x' WHERE "Id" = 1""");
        Assert.Equal(["update"], _database.Rows("SELECT * FROM \"Audit\""));
    }

    [Fact]
    public async Task Notes_of_inserted_rows_have_no_end_and_go_with_the_rollback()
    {
        var seeded = Draft.Of(
            2,
            [
                """keep: CREATE TABLE "migrations_kept_2_i1" AS SELECT "Id" AS "Id" FROM "Customers" WHERE 0""",
                """keep: CREATE TRIGGER "migrations_trigger_2_i1" AFTER INSERT ON "Customers" BEGIN INSERT INTO "migrations_kept_2_i1" VALUES (NEW."Id"); END""",
                """INSERT INTO "Customers" ("Name") VALUES ('Ann')""",
                """keep: DROP TRIGGER "migrations_trigger_2_i1" """,
                """keep: DELETE FROM "migrations_kept_2_i1" WHERE NOT EXISTS (SELECT 1 FROM "Customers" WHERE "Customers"."Id" IS "migrations_kept_2_i1"."Id")""",
            ],
            [
                """restore: CREATE TRIGGER "migrations_trigger_2_i1" BEFORE DELETE ON "Customers" WHEN NOT EXISTS (SELECT 1 FROM "migrations_kept_2_i1" AS k WHERE k."Id" IS OLD."Id") BEGIN SELECT RAISE(IGNORE); END""",
                """DELETE FROM "Customers" WHERE "Name" = 'Ann'""",
                """restore: DROP TRIGGER "migrations_trigger_2_i1" """,
                """restore: DELETE FROM "migrations_kept_2_i1" """,
            ]);
        (await _database.ApplyAsync(Crm.And(seeded))).Ends(ExitCode.Done);
        Assert.Equal(["Customers|1|null"], _database.Rows("SELECT source_table, kept_rows, keep_until FROM migrations_kept"));

        Assert.Empty((await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done).Findings);
        Assert.Equal(["1|Ann|ann@x", "2|Bob|bob@x", "3|Cyd|null"], _database.Rows(Crm.Everybody));
        Assert.Equal(["restored"], _database.Rows("SELECT state FROM migrations_kept"));
    }
}
