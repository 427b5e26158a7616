using Migrations.Build.Model;
using Migrations.Build.Model.Comparing;
using Migrations.Build.Runner.Drifting;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Drifting;

public sealed class DriftTests : IDisposable
{
    private static readonly Bundle.MigrationBundle Bundle = Draft.Bundle(
        Draft.Of(
            1,
            [
                """CREATE TABLE "Owners" ("Id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "Name" TEXT NOT NULL COLLATE NOCASE CHECK (length("Name") > 0), "Short" TEXT AS (substr("Name", 1, 3)))""",
                """CREATE TABLE "Pets" ("Id" INTEGER NOT NULL PRIMARY KEY, "Owner" INTEGER NOT NULL REFERENCES "Owners" ("Id") ON DELETE CASCADE, "Chip" TEXT UNIQUE, "Born" TEXT DEFAULT 'x')""",
                """CREATE INDEX "IX_Pets_Owner" ON "Pets" ("Owner" DESC) WHERE "Owner" > 0""",
                """CREATE VIEW "Everybody" AS SELECT "Name" FROM "Owners" """,
                """CREATE TRIGGER "Keep" BEFORE DELETE ON "Owners" BEGIN SELECT 1; END""",
            ],
            ["""DROP TABLE "Pets" """, """DROP TABLE "Owners" """]),
        Draft.Table(2));

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_database_that_only_migrations_changed_does_not_drift()
    {
        await _database.ApplyAsync(Bundle);

        Assert.Empty((await CompareAsync()).Ends(ExitCode.Done).Differences);
    }

    [Fact]
    public async Task What_is_pending_is_no_drift()
    {
        (await CompareAsync()).Ends(ExitCode.Done);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_database.Folder));

        await _database.ApplyAsync(Bundle, new() { To = 1 });
        Assert.Empty((await CompareAsync()).Ends(ExitCode.Done).Differences);
    }

    [Theory]
    [InlineData("""ALTER TABLE "Pets" ADD COLUMN "Extra" INTEGER""", DifferenceKind.Extra, "column", "Pets.Extra")]
    [InlineData("""DROP INDEX "IX_Pets_Owner" """, DifferenceKind.Missing, "index", "Pets.IX_Pets_Owner")]
    [InlineData("""DROP INDEX "IX_Pets_Owner"; CREATE INDEX "IX_Pets_Owner" ON "Pets" ("Owner" DESC)""", DifferenceKind.Changed, "index", "Pets.IX_Pets_Owner")]
    [InlineData("""DROP INDEX "IX_Pets_Owner"; CREATE INDEX "IX_Pets_Owner" ON "Pets" ("Owner") WHERE "Owner" > 0""", DifferenceKind.Changed, "index", "Pets.IX_Pets_Owner")]
    [InlineData("""DROP VIEW "Everybody" """, DifferenceKind.Missing, "view", "Everybody")]
    [InlineData("""DROP VIEW "Everybody"; CREATE VIEW "Everybody" AS SELECT "Id" FROM "Owners" """, DifferenceKind.Changed, "view", "Everybody")]
    [InlineData("""DROP TRIGGER "Keep" """, DifferenceKind.Missing, "trigger", "Keep")]
    [InlineData("""CREATE TABLE "Mine" ("Id" INTEGER)""", DifferenceKind.Extra, "table", "Mine")]
    [InlineData("""DROP TABLE "T2" """, DifferenceKind.Missing, "table", "T2")]
    public async Task A_change_by_hand_is_told_object_by_object(string change, DifferenceKind kind, string subject, string name)
    {
        await _database.ApplyAsync(Bundle);
        _database.Execute(change);

        var outcome = (await CompareAsync()).Ends(ExitCode.Differs);

        Assert.Equal([(kind, subject, name)], outcome.Differences.Select(d => (d.Kind, d.Subject, d.Name)));
        Assert.Contains($"{subject} '{name}'", outcome.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT", "\"Id\" INTEGER NOT NULL PRIMARY KEY")]
    [InlineData("COLLATE NOCASE", "")]
    [InlineData("> 0", "> 1")]
    [InlineData("\"Name\" TEXT NOT NULL", "\"Name\" TEXT")]
    [InlineData("\"Name\" TEXT", "\"Name\" VARCHAR(20)")]
    [InlineData("1, 3)", "1, 4)")]
    [InlineData("ON DELETE CASCADE", "")]
    [InlineData("\"Chip\" TEXT UNIQUE", "\"Chip\" TEXT")]
    [InlineData("DEFAULT 'x'", "DEFAULT 'y'")]
    public async Task A_table_defined_otherwise_is_told(string written, string other)
    {
        await _database.ApplyAsync(Bundle);
        var sql = Bundle.Statements(Bundle.Manifest.Migrations[0], Model.Databases.DatabaseKind.Sqlite, Migrations.Build.Bundle.Parts.Direction.Up).Take(5).Select(s => s.Text.Replace(written, other, StringComparison.Ordinal));
        _database.Execute("""DROP VIEW "Everybody"; DROP TABLE "Pets"; DROP TABLE "Owners"; """ + string.Join(";", sql));

        Assert.NotEmpty((await CompareAsync()).Ends(ExitCode.Differs).Differences);
    }

    [Theory]
    [InlineData("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY)")]
    [InlineData("CREATE TABLE AspNetUsers (Id TEXT PRIMARY KEY); CREATE TRIGGER audit AFTER DELETE ON AspNetUsers BEGIN SELECT 1; END")]
    [InlineData("CREATE TABLE hangfire_jobs (Id INTEGER)", "Hangfire*")]
    [InlineData("CREATE TABLE a1 (Id INTEGER); CREATE VIEW a2 AS SELECT * FROM a1", "x*", "a?")]
    public async Task Others_tables_are_named_and_not_compared(string others, params string[] patterns)
    {
        await _database.ApplyAsync(Bundle);
        _database.Execute(others);

        var outcome = (await Drift.CompareAsync(Bundle, _database.Settings, new() { IgnoreTables = patterns.ToItems() }, default)).Ends(ExitCode.Done);

        Assert.Empty(outcome.Differences);
        Assert.NotEmpty(outcome.Ignored);
    }

    [Theory]
    [InlineData("CREATE TABLE hangfire_jobs (Id INTEGER)", "hangfire")]
    [InlineData("ALTER TABLE \"Pets\" ADD COLUMN \"Extra\" INTEGER", "Pets")]
    [InlineData("DROP TABLE \"T2\"", "T2")]
    [InlineData("CREATE TRIGGER t AFTER DELETE ON \"Pets\" BEGIN SELECT 1; END", "*")]
    public async Task A_pattern_hides_nothing_of_the_historys_own_tables(string change, string pattern)
    {
        await _database.ApplyAsync(Bundle);
        _database.Execute(change);

        (await Drift.CompareAsync(Bundle, _database.Settings, new() { IgnoreTables = Items.Of(pattern) }, default)).Ends(ExitCode.Differs);
    }

    private Task<DriftOutcome> CompareAsync() => Drift.CompareAsync(Bundle, _database.Settings, new(), default);
}
