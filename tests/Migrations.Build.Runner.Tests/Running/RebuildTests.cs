using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.RollingBack;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Running;

public sealed class RebuildTests : IDisposable
{
    private const string Table = """CREATE TABLE "Parents" ("Id" INTEGER PRIMARY KEY, "Name" TEXT DEFAULT 'A', CONSTRAINT "CK" CHECK ("Id" > 0))""";

    private const string Other = """CREATE TABLE "Parents" ("Id" INTEGER PRIMARY KEY, "Name" TEXT DEFAULT 'B', CONSTRAINT "CK" CHECK ("Id" > 0))""";

    private const string Index = """CREATE INDEX "IX" ON "Parents" ("Name")""";

    private const string Trigger = """CREATE TRIGGER "TR" AFTER INSERT ON "Parents" BEGIN SELECT 1; SELECT 2; END""";

    private static readonly Draft Family = Draft.Of(
        1,
        [
            Table,
            Index,
            Trigger,
            """CREATE VIEW "V" AS SELECT "Name" FROM "Parents" """,
            """CREATE TABLE "Children" ("Id" INTEGER PRIMARY KEY, "Parent" INTEGER REFERENCES "Parents" ("Id") ON DELETE CASCADE)""",
            """INSERT INTO "Parents" VALUES (1, 'x'), (2, 'y')""",
            """INSERT INTO "Children" VALUES (10, 1), (20, 2)""",
        ],
        []);

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_table_is_rebuilt_and_rebuilt_back_with_every_row_and_view(bool piecemeal)
    {
        var rebuild = piecemeal ? Rebuild(2).Piecemeal() : Rebuild(2);
        (await _database.ApplyAsync(Draft.Bundle(Family, rebuild))).Ends(ExitCode.Done);
        Assert.Equal(["1"], _database.Rows("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%DEFAULT ''B''%'"));
        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Equal(["10|1", "20|2"], _database.Rows("SELECT \"Id\", \"Parent\" FROM \"Children\""));
        Assert.Equal(["x", "y"], _database.Rows("SELECT * FROM \"V\""));
        Assert.Equal([Index, Table, Trigger], _database.Rows("SELECT sql FROM sqlite_master WHERE tbl_name = 'Parents' AND sql IS NOT NULL ORDER BY name"));
    }

    [Theory]
    [InlineData("ALTER TABLE Parents ADD COLUMN Hot TEXT DEFAULT 'fix'", "table 'Parents' has Hot TEXT DEFAULT 'fix'")]
    [InlineData("CREATE INDEX Hot ON Parents (Id, Name)", "index 'Hot' is not in the history")]
    [InlineData("CREATE TRIGGER Hot AFTER DELETE ON Parents BEGIN SELECT 1; END", "trigger 'Hot' is not in the history")]
    [InlineData("DROP INDEX IX", "index 'IX' is missing")]
    [InlineData("DROP INDEX IX; CREATE INDEX IX ON Parents (Name COLLATE NOCASE)", "index 'IX' is another one: CREATE INDEX IX ON Parents ( Name COLLATE NOCASE )")]
    [InlineData("DROP TRIGGER TR", "trigger 'TR' is missing")]
    [InlineData("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; DROP TABLE Parents", "table 'Parents' is missing")]
    public async Task A_table_that_is_another_one_is_not_touched(string meanwhile, string difference)
    {
        (await _database.ApplyAsync(Draft.Bundle(Family))).Ends(ExitCode.Done);
        _database.Execute(meanwhile);
        var before = _database.Rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL");

        var outcome = (await _database.ApplyAsync(Draft.Bundle(Family, Draft.Table(2), Rebuild(3)))).Ends(ExitCode.Differs);

        Assert.Equal("MIG9331", outcome.Ids()[0]);
        Assert.Contains(difference, outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(before, _database.Rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"));
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task A_table_that_changed_after_it_was_rebuilt_is_not_rebuilt_back()
    {
        (await _database.ApplyAsync(Draft.Bundle(Family, Rebuild(2)))).Ends(ExitCode.Done);
        _database.Execute("ALTER TABLE Parents ADD COLUMN Hot TEXT");

        var outcome = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Differs);

        Assert.Equal("MIG9331", outcome.Ids()[0]);
        Assert.Equal(["1", "2"], _database.Versions());
    }

    [Fact]
    public async Task Another_way_of_writing_the_same_is_the_same()
    {
        _database.Execute(
            """
            create table [PARENTS] ( -- the other way round
                name text default 'A', `id` integer PRIMARY KEY, CONSTRAINT another check([id]>0));
            create index ix on parents(name); CREATE TRIGGER tr after insert on parents begin select 1;select /* two */ 2; end;
            """);

        (await _database.ApplyAsync(Draft.Bundle(Rebuild(2)))).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task A_string_in_another_case_is_another_one()
    {
        _database.Execute($"{Table.Replace("'A'", "'a'", StringComparison.Ordinal)};{Index};{Trigger}");

        var outcome = (await _database.ApplyAsync(Draft.Bundle(Rebuild(2)))).Ends(ExitCode.Differs);

        Assert.Contains("table 'Parents' lacks \"Name\" TEXT DEFAULT 'A'; table 'Parents' has \"Name\" TEXT DEFAULT 'a'", outcome.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_migration_does_first_is_tried_on_a_copy_before_anything_is_run()
    {
        (await _database.ApplyAsync(Draft.Bundle(Family))).Ends(ExitCode.Done);
        (await _database.ApplyAsync(Draft.Bundle(Family, Draft.Of(2, ["DROP INDEX IX", "CREATE INDEX IX2 ON Parents (Name)"], ["DROP INDEX IX2", Index]), Rebuild(3)))).Ends(ExitCode.Differs);
        Assert.Equal(["1"], _database.Versions());
    }

    // Neither what we keep and restore nor rows or words of a text change the table.
    [Theory]
    [InlineData("INSERT INTO Parents VALUES (3, 'z')", true)]
    [InlineData("UPDATE Parents SET Name = 'z'", true)]
    [InlineData("CREATE TABLE Other (Note TEXT DEFAULT 'of Parents')", true)]
    [InlineData("ALTER TABLE Parents ADD COLUMN New TEXT; ALTER TABLE Parents DROP COLUMN New", true)]
    [InlineData("DROP INDEX Hot", false)]
    [InlineData("ALTER TABLE Parents RENAME TO Away; CREATE INDEX Warm ON Away (Name); DROP INDEX Hot; DROP INDEX Warm; ALTER TABLE Away RENAME TO Parents", false)]
    [InlineData("CREATE TABLE Nope AS SELECT Nothing FROM Parents", null)]
    public async Task A_table_is_asked_for_whatever_is_done_to_it_before(string earlier, bool? differs)
    {
        (await _database.ApplyAsync(Draft.Bundle(Family))).Ends(ExitCode.Done);
        _database.Execute("CREATE INDEX Hot ON Parents (Id, Name)");
        var before = Draft.Of(2, [.. earlier.Split("; ")], []);
        var rebuild = Rebuild(3);
        var keeping = rebuild with { Up = rebuild.Up.Prepend(new(StatementKind.Keep, "CREATE TABLE migrations_kept_3_1 AS SELECT Id, Name FROM Parents")).ToItems() };

        var outcome = await _database.ApplyAsync(Draft.Bundle(Family, before, keeping));

        Assert.Equal(differs switch { true => ExitCode.Differs, false => ExitCode.Done, _ => ExitCode.RolledBack }, outcome.Code);
        Assert.Equal(differs == false ? ["1", "2", "3"] : new[] { "1" }, _database.Versions());
    }

    [Fact]
    public async Task A_table_is_asked_for_before_a_rollback_that_restores_its_values()
    {
        var rebuild = Rebuild(2);
        var keeping = rebuild with { Down = rebuild.Down.Prepend(new(StatementKind.Restore, "UPDATE Parents SET Name = Name")).ToItems() };
        (await _database.ApplyAsync(Draft.Bundle(Family, keeping, Draft.Table(3)))).Ends(ExitCode.Done);
        _database.Execute("CREATE INDEX Hot ON Parents (Id, Name)");

        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Differs);
        Assert.Equal(["1", "2", "3"], _database.Versions());
    }

    [Fact]
    public async Task Two_rebuilds_of_a_table_in_a_row_are_no_difference() =>
        (await _database.ApplyAsync(Draft.Bundle(Family, Rebuild(2), Draft.Of(3, [], []) with { Up = Rebuild(3).Down, Down = Rebuild(3).Up }))).Ends(ExitCode.Done);

    [Theory]
    [InlineData("", " REFERENCES \"Tree\" (\"Id\") ON DELETE CASCADE")]
    [InlineData(" REFERENCES \"Tree\" (\"Id\") ON DELETE CASCADE", "")]
    public async Task A_table_that_refers_to_itself_is_rebuilt_with_every_row(string before, string after)
    {
        string Tree(string name, string reference) => $"CREATE TABLE \"{name}\" (\"Id\" INTEGER PRIMARY KEY, \"Parent\" INTEGER{reference})";
        var rebuild = Draft.Of(2, [], []) with
        {
            Up = Items.Of(
                new Statement(StatementKind.Check, Tree("Tree", before)),
                Statement.Sql("PRAGMA legacy_alter_table = ON"),
                Statement.Sql(Tree("migrations_new_Tree", after)),
                Statement.Sql("INSERT INTO \"migrations_new_Tree\" (\"Id\", \"Parent\") SELECT \"Id\", \"Parent\" FROM \"Tree\""),
                Statement.Sql("DROP TABLE \"Tree\""),
                Statement.Sql("ALTER TABLE \"migrations_new_Tree\" RENAME TO \"Tree\""),
                Statement.Sql("PRAGMA legacy_alter_table = OFF")),
        };
        var rows = "INSERT INTO \"Tree\" VALUES (1, NULL), (2, 1), (3, 2)";
        (await _database.ApplyAsync(Draft.Bundle(Draft.Of(1, [Tree("Tree", before), rows], []), rebuild))).Ends(ExitCode.Done);

        Assert.Equal(["1|null", "2|1", "3|2"], _database.Rows("SELECT * FROM \"Tree\""));
        Assert.Equal([Tree("Tree", after)], _database.Rows("SELECT sql FROM sqlite_master WHERE name = 'Tree'"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rebuild_that_fails_leaves_the_table_and_renames_the_new_way_again(bool piecemeal)
    {
        var rebuild = Rebuild(2);
        var failing = rebuild with { Up = rebuild.Up.Take(4).Append(Statement.Sql("DROP TABLE \"Nothing\"")).Concat(rebuild.Up.Skip(4)).ToItems() };
        (await _database.ApplyAsync(Draft.Bundle(Family, piecemeal ? failing.Piecemeal() : failing), new() { OnFailure = OnFailure.Pause })).Ends(ExitCode.NeedsPerson);

        Assert.Equal(["1", "2"], _database.Rows("SELECT \"Id\" FROM \"Parents\""));
        Assert.DoesNotContain("migrations_new_Parents", _database.Rows("SELECT name FROM sqlite_master"));
        (await _database.ApplyAsync(Draft.Bundle(Family, rebuild), new() { OnFailure = OnFailure.Pause })).Ends(ExitCode.Done);
    }

    private static Draft Rebuild(long version) => Draft.Of(version, [], []) with { Up = Statements(Table, Other), Down = Statements(Other, Table) };

    private static Items<Statement> Statements(string from, string to) => Items.Of(
        new Statement(StatementKind.Check, string.Join(";\n", from, Index, Trigger)),
        Statement.Sql("PRAGMA legacy_alter_table = ON"),
        Statement.Sql(to.Replace("\"Parents\"", "\"migrations_new_Parents\"", StringComparison.Ordinal)),
        Statement.Sql("""INSERT INTO "migrations_new_Parents" ("Id", "Name") SELECT "Id", "Name" FROM "Parents" """),
        Statement.Sql("""DROP TABLE "Parents" """),
        Statement.Sql("""ALTER TABLE "migrations_new_Parents" RENAME TO "Parents" """),
        Statement.Sql("PRAGMA legacy_alter_table = OFF"),
        Statement.Sql(Index),
        Statement.Sql(Trigger));
}
