using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Running;

public sealed class ReferencesTests : IDisposable
{
    private static readonly Draft Family = Draft.Of(
        1,
        [
            """CREATE TABLE "Parents" ("Id" INTEGER NOT NULL PRIMARY KEY)""",
            """CREATE TABLE "Children" ("Id" INTEGER NOT NULL PRIMARY KEY, "Parent" INTEGER REFERENCES "Parents" ("Id") ON DELETE CASCADE)""",
            """INSERT INTO "Parents" VALUES (1), (2)""",
            """INSERT INTO "Children" VALUES (10, 1), (20, 2), (30, NULL)""",
        ],
        ["""DROP TABLE "Children" """, """DROP TABLE "Parents" """]);

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Dropping_a_table_never_deletes_the_rows_that_refer_to_it()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Family, Drop("""DROP TABLE "Parents" """)), new() { OnFailure = Runner.Applying.OnFailure.Pause })).Ends(ExitCode.NeedsPerson);

        Assert.Equal("MIG9319", outcome.Ids()[0]);
        Assert.Contains("2 in 'Children' that refer to 'Parents'", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["10", "20", "30"], _database.Rows("SELECT \"Id\" FROM \"Children\" ORDER BY 1"));
        Assert.Equal(["1", "2"], _database.Rows("SELECT \"Id\" FROM \"Parents\" ORDER BY 1"));
    }

    [Theory]
    [InlineData("""DELETE FROM "Children" """, """DROP TABLE IF EXISTS "main"."Parents" """)]
    [InlineData("""UPDATE "Children" SET "Parent" = NULL""", """-- gone; for good""" + "\n" + """DROP /* the */ TABLE [parents]""")]
    [InlineData("""DROP TABLE "Children" """, "DROP TABLE Parents")]
    public async Task Dropping_a_table_works_where_nothing_refers_to_it_any_more(params string[] statements)
    {
        (await _database.ApplyAsync(Draft.Bundle(Family, Drop(statements)))).Ends(ExitCode.Done);

        Assert.DoesNotContain("Parents", _database.Tables());
    }

    [Fact]
    public async Task A_table_is_rebuilt_without_harm_to_the_rows_that_refer_to_it()
    {
        (await _database.ApplyAsync(Draft.Bundle(Family, Drop(
            """CREATE TABLE "New" ("Id" INTEGER NOT NULL PRIMARY KEY, "Name" TEXT)""",
            """INSERT INTO "New" ("Id") SELECT "Id" FROM "Parents" """,
            """DROP TABLE "Parents" """,
            """ALTER TABLE "New" RENAME TO "Parents" """)))).Ends(ExitCode.Done);

        Assert.Equal(["10|1", "20|2", "30|null"], _database.Rows("SELECT * FROM \"Children\" ORDER BY 1"));
        Assert.Equal(["Parents|CASCADE"], _database.Rows("SELECT \"table\", on_delete FROM pragma_foreign_key_list('Children')"));
    }

    [Fact]
    public async Task Deleting_rows_cascades_as_the_foreign_key_says()
    {
        (await _database.ApplyAsync(Draft.Bundle(Family, Drop("""DELETE FROM "Parents" WHERE "Id" = 1""")))).Ends(ExitCode.Done);

        Assert.Equal(["20", "30"], _database.Rows("SELECT \"Id\" FROM \"Children\" ORDER BY 1"));
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_refused()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Family, Drop("""INSERT INTO "Children" VALUES (40, 7)""")))).Ends(ExitCode.RolledBack);

        Assert.Contains("FOREIGN KEY constraint failed", outcome.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_broken_before_is_not_held_against_a_migration()
    {
        (await _database.ApplyAsync(Draft.Bundle(Family))).Ends(ExitCode.Done);
        _database.Execute("""PRAGMA foreign_keys = OFF; INSERT INTO "Children" VALUES (40, 7); CREATE TABLE "Others" ("Id" INTEGER PRIMARY KEY); CREATE TABLE "Refs" ("Other" REFERENCES "Others" ("Id"))""");

        (await _database.ApplyAsync(Draft.Bundle(Family, Drop("""DROP TABLE "Others" """)))).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task The_next_migration_has_its_foreign_keys_again()
    {
        var bundle = Draft.Bundle(
            Family,
            Draft.Of(2, ["""UPDATE "Children" SET "Parent" = NULL""", """DROP TABLE "Parents" """, """CREATE TABLE "Parents" ("Id" INTEGER NOT NULL PRIMARY KEY)"""], []),
            Draft.Of(3, ["""INSERT INTO "Children" VALUES (40, 7)"""], []));

        (await _database.ApplyAsync(bundle, new() { To = 2 })).Ends(ExitCode.Done);
        Assert.Contains("FOREIGN KEY constraint failed", (await _database.ApplyAsync(bundle)).Ends(ExitCode.RolledBack).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_a_transaction_the_rows_are_kept_as_well()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Family, Drop("""DROP TABLE "Parents" """).Piecemeal()), new() { OnFailure = Runner.Applying.OnFailure.Pause })).Ends(ExitCode.NeedsPerson);

        Assert.Equal("MIG9319", outcome.Ids()[0]);
        Assert.Equal(["10", "20", "30"], _database.Rows("SELECT \"Id\" FROM \"Children\" ORDER BY 1"));
        Assert.Contains("Parents", _database.Tables());
    }

    private static Draft Drop(params string[] statements) => Draft.Of(2, statements, []);
}
