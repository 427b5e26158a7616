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

    // A rebuild switches foreign keys off; what they do happens all the same.
    [Theory]
    [InlineData("ON DELETE CASCADE", "DELETE FROM Teams WHERE Id = 2", "1|1")]
    [InlineData("ON DELETE CASCADE", "WITH x AS (SELECT 2 AS i) DELETE FROM Teams WHERE Id IN (SELECT i FROM x)", "1|1")]
    [InlineData("ON DELETE SET NULL", "DELETE FROM Teams WHERE Id = 2", "1|1,2|")]
    [InlineData("DEFAULT 1 ON DELETE SET DEFAULT", "DELETE FROM Teams WHERE Id = 2", "1|1,2|1")]
    [InlineData("ON UPDATE CASCADE", "UPDATE Teams SET Id = 7 WHERE Id = 2", "1|1,2|7")]
    [InlineData("ON UPDATE SET NULL", "UPDATE Teams SET Id = 7 WHERE Id = 2", "1|1,2|")]
    [InlineData("ON UPDATE CASCADE", "UPDATE Teams SET Size = 7 WHERE Id = 2", "1|1,2|2")]
    [InlineData("ON DELETE CASCADE", "REPLACE INTO Teams VALUES (2, 'new')", "1|1")]
    [InlineData("ON DELETE CASCADE", "INSERT INTO Teams VALUES (3, 'new')", "1|1,2|2")]
    [InlineData("", "DELETE FROM Teams WHERE Id = 2", null)]
    [InlineData("ON DELETE RESTRICT", "DELETE FROM Teams WHERE Id = 2", null)]
    public async Task Foreign_keys_act_beside_a_rebuild_as_without_it(string action, string statement, string? members)
    {
        foreach (var reference in new[] { "REFERENCES Teams (Id)", "REFERENCES Teams" })
        {
            foreach (var beside in new string[][] { [], ["CREATE TABLE New (Id INTEGER PRIMARY KEY, Size INTEGER)", "INSERT INTO New SELECT * FROM Teams", "DROP TABLE Teams", "ALTER TABLE New RENAME TO Teams"] })
            {
                foreach (var first in new[] { true, false })
                {
                    using var database = new Database();
                    var before = Draft.Of(1, ["CREATE TABLE Teams (Id INTEGER PRIMARY KEY, Size TEXT)", $"CREATE TABLE Members (Id INTEGER PRIMARY KEY, Team INTEGER {(action.StartsWith("DEFAULT", StringComparison.Ordinal) ? "DEFAULT 1 " : "")}{reference} {action.Replace("DEFAULT 1 ", "", StringComparison.Ordinal)})", "INSERT INTO Teams VALUES (1, '1'), (2, '2')", "INSERT INTO Members VALUES (1, 1), (2, 2)"], []);
                    (await database.ApplyAsync(Draft.Bundle(before))).Ends(ExitCode.Done);

                    var outcome = await database.ApplyAsync(Draft.Bundle(before, Draft.Of(2, first ? [statement, .. beside] : [.. beside, statement], [])));

                    Assert.Equal(members is null ? ExitCode.RolledBack : ExitCode.Done, outcome.Code);
                    Assert.Equal(members ?? "1|1,2|2", string.Join(',', database.Rows("SELECT Id || '|' || coalesce(Team, '') FROM Members ORDER BY Id")));
                }
            }
        }
    }

    [Theory]
    [InlineData("CREATE TABLE Tree (Id INTEGER PRIMARY KEY, Up INTEGER REFERENCES Tree (Id) ON DELETE CASCADE)", "INSERT INTO Tree VALUES (1, NULL), (2, 1), (3, 2), (4, NULL)", "DELETE FROM Tree WHERE Id = 1", "SELECT Id FROM Tree", "4")]
    [InlineData("CREATE TABLE old (Id INTEGER PRIMARY KEY, new TEXT COLLATE NOCASE UNIQUE); CREATE TABLE new (Id INTEGER PRIMARY KEY, old TEXT REFERENCES old (new) ON DELETE CASCADE ON UPDATE CASCADE)", "INSERT INTO old VALUES (1, 'a'), (2, 'b'); INSERT INTO new VALUES (1, 'A'), (2, 'B')", "DELETE FROM old WHERE Id = 1; UPDATE old SET new = 'c'", "SELECT Id || old FROM new", "2c")]
    [InlineData("CREATE TABLE p (A INT, B INT, PRIMARY KEY (A, B)); CREATE TABLE c (Id INTEGER PRIMARY KEY, A INT, B INT, FOREIGN KEY (A, B) REFERENCES p ON DELETE CASCADE)", "INSERT INTO p VALUES (1, 1), (1, 2); INSERT INTO c VALUES (1, 1, 1), (2, 1, 2), (3, 1, NULL)", "DELETE FROM p WHERE B = 1", "SELECT Id FROM c ORDER BY Id", "2,3")]
    [InlineData("CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE c (Id INTEGER PRIMARY KEY REFERENCES p ON DELETE CASCADE); CREATE TABLE g (Id INTEGER REFERENCES c ON DELETE SET NULL)", "INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1), (2); INSERT INTO g VALUES (1), (2)", "DELETE FROM p WHERE Id = 1", "SELECT coalesce(Id, 'null') FROM g ORDER BY Id", "null,2")]
    [InlineData("CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE c (Id INTEGER REFERENCES p ON DELETE CASCADE); CREATE TABLE s (Id INTEGER); CREATE TRIGGER tr AFTER DELETE ON s BEGIN DELETE FROM p WHERE Id = OLD.Id; END", "INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1), (2); INSERT INTO s VALUES (1), (2)", "DELETE FROM s WHERE Id = 1", "SELECT Id FROM c", "2")]
    public async Task Foreign_keys_act_over_tables_and_columns_of_any_kind(string tables, string rows, string statements, string asked, string expected)
    {
        var before = Draft.Of(1, [.. tables.Split("; CREATE ").Select((t, i) => i == 0 ? t : "CREATE " + t), .. rows.Split("; "), "CREATE TABLE q (Id INTEGER PRIMARY KEY)", "CREATE TABLE r (Id INTEGER REFERENCES q)"], []);
        (await _database.ApplyAsync(Draft.Bundle(before, Draft.Of(2, [.. statements.Split("; "), "DROP TABLE q"], [])))).Ends(ExitCode.Done);

        Assert.Equal(expected, string.Join(',', _database.Rows(asked)));
        Assert.Empty(_database.Rows("SELECT name FROM sqlite_temp_master"));
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
