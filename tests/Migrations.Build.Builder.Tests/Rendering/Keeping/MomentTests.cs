using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>Kept data goes back when it has its place: before what demands it, behind what it needs.</summary>
public sealed class MomentTests
{
    private static readonly Column Code = C("Code", TypeKind.String) with { Nullable = false };
    private static readonly Column Size = C("Size") with { Nullable = false };
    private static readonly CreateIndex Unique = new(Index("ix", "t", "Code") with { Unique = true });
    private static readonly AlterColumn Loose = new(T("t"), C("Size"));
    private static readonly AlterColumn Tight = new(T("t"), Size);
    private static readonly AlterColumn Text = new(T("t"), C("Size", TypeKind.String) with { Nullable = null });
    private static readonly AlterColumn Number = new(T("t"), C("Code") with { Nullable = false });
    private static readonly AlterColumn Words = new(T("t"), Code);
    private static readonly DropIndex Dropped = new(T("t"), "ix");

    public static TheoryData<string, Operation[], string, Operation[], Operation[]?> Cases { get; } = new()
    {
        { "index, type", [Table("t", Id, Code), Unique], Codes, [Dropped, Number], [Words, Unique] },
        { "index, type, inferred", [Table("t", Id, Code), Unique], Codes, [Dropped, Number], null },
        { "index, type, by text", [Table("t", Id, Code), Unique], Codes, [Sql("DROP INDEX ix"), Number], [Words, Sql("CREATE UNIQUE INDEX ix ON t (Code)")] },
        { "index, update", [Table("t", Id, Code), Unique], Codes, [Dropped, Same("Code")], [Unique] },
        { "index, update by text", [Table("t", Id, Code), Unique], Codes, [Sql("DROP INDEX ix; UPDATE t SET Code = 'one'")], [Sql("CREATE UNIQUE INDEX ix ON t (Code)")] },
        { "update, index", [Table("t", Id, Code), Unique], Codes, [Sql("UPDATE t SET Code = Code || '!'"), Dropped, Same("Code")], [Unique] },
        { "index, two updates", [Table("t", Id, Code), Unique], Codes, [Dropped, Same("Code"), Sql("UPDATE t SET Code = 'two' WHERE Id > 1")], [Unique] },
        { "index, update, delete", [Table("t", Id, Code), Unique], Codes, [Dropped, Same("Code"), Sql("DELETE FROM t WHERE Id = 2")], [Unique] },
        { "index, update, dropped column", [Table("t", Id, Code), Unique], Codes, [Dropped, Same("Code"), new DropColumn(T("t"), "Code")], null },
        { "index, update, dropped table", [Table("t", Id, Code), Unique], Codes, [Dropped, Same("Code"), new DropTable(T("t"))], null },
        { "index, update, renamed", [Table("t", Id, Code), Unique], Codes, [Dropped, Same("Code"), new RenameColumn(T("t"), "Code", "Name"), new RenameTable(T("t"), "u")], [new RenameTable(T("u"), "t"), new CreateIndex(Index("ix", "t", "Name") with { Unique = true }), new RenameColumn(T("t"), "Name", "Code")] },
        { "constraint, update", [Table("t", Id, Code), new AddKey(T("t"), KeyKind.Unique, new("uq", Items.Of("Code")))], Codes, [new DropKey(T("t"), KeyKind.Unique, "uq"), Same("Code")], null },
        { "constraint of the table, update", [Sql("CREATE TABLE t (Id INTEGER PRIMARY KEY, Code TEXT, CONSTRAINT uq UNIQUE (Code))")], Codes, [new DropKey(T("t"), KeyKind.Unique, "uq") { Columns = Items.Of("Code") }, Same("Code")], [new AddKey(T("t"), KeyKind.Unique, new(null, Items.Of("Code")))] },
        { "primary key, update", [Table("t", Code with { PrimaryKey = true, PrimaryKeyName = "PK_t" }, C("N"))], "INSERT INTO t VALUES ('007', 1), ('7', 2)", [new DropKey(T("t"), KeyKind.Primary, "PK_t"), Same("Code")], null },
        { "null, update", [Table("t", Id, Size)], Sizes, [Loose, Null], null },
        { "null, update, by hand", [Table("t", Id, Size)], Sizes, [Loose, Null], [Tight] },
        { "null and type, update", [Table("t", Id, Size)], Sizes, [new AlterColumn(T("t"), C("Size", TypeKind.Double)), Null], null },
        { "null, update, type", [Table("t", Id, Size)], Sizes, [Loose, Null, Text], [Tight] },
        { "null, update, type, inferred", [Table("t", Id, Size)], Sizes, [Loose, Null, Text], null },
        { "null, type, update", [Table("t", Id, Size)], Sizes, [Loose, Text, Null], [Tight] },
        { "null, update, delete of what is null", [Table("t", Id, Size)], Sizes, [Loose, Null, Sql("DELETE FROM t WHERE Size IS NULL")], [Tight] },
        { "null, update, filled by Down", [Table("t", Id, Size)], Sizes, [Loose, Null], [Sql("UPDATE t SET Size = -1 WHERE Size IS NULL"), Tight] },
        { "check", [Sql("CREATE TABLE t (Id INTEGER PRIMARY KEY, Size INT CHECK (Size > 0))")], Sizes, [Sql("ALTER TABLE t RENAME TO old; CREATE TABLE t (Id INTEGER PRIMARY KEY, Size INT); INSERT INTO t SELECT * FROM old; DROP TABLE old; UPDATE t SET Size = 0")], [Sql("ALTER TABLE t RENAME TO old; CREATE TABLE t (Id INTEGER PRIMARY KEY, Size INT CHECK (Size > 0)); INSERT OR IGNORE INTO t SELECT * FROM old; DROP TABLE old")] },
        { "another table waits for nothing", [Table("t", Id, Code), Unique, Table("u", Id, Size)], Codes + "; INSERT INTO u VALUES (1, 5)", [Dropped, Number, new DropTable(T("u"))], [Words, Unique, Table("u", Id, Size)] },
        { "parents dropped first", [Table("p", Id), Table("c", Id, C("P")), new AddForeignKey(Key("fk", "c", "P", "p"))], Family, [new DropTable(T("p")), new DropTable(T("c"))], null },
        { "children made first", [Table("p", Id), Table("c", Id, C("P")), new AddForeignKey(Key("fk", "c", "P", "p"))], Family, [new DropTable(T("c")), new DropTable(T("p"))], [Sql("CREATE TABLE c (Id INTEGER PRIMARY KEY AUTOINCREMENT, P INTEGER REFERENCES p (Id))"), Sql("CREATE TABLE p (Id INTEGER PRIMARY KEY AUTOINCREMENT)")] },
        { "circle of two", [Sql(Two)], Couples, [Sql("DROP TABLE men; DROP TABLE women")], [Sql(Two)] },
        { "circle of two, inferred", [Sql(Two)], Couples, [new DropTable(T("men")), new DropTable(T("women"))], null },
        { "circle of two, other order", [Sql(Two)], Couples, [Sql("DROP TABLE women; DROP TABLE men")], [Sql(Two)] },
        { "circle of two, deleted", [Sql(Two.Replace("(id)", "(id) ON DELETE SET NULL", StringComparison.Ordinal))], Couples, [Sql("DELETE FROM men; DELETE FROM women")], [Sql("SELECT 1")] },
        { "circle of two, deferred", [Sql(Two.Replace("(id)", "(id) DEFERRABLE INITIALLY DEFERRED", StringComparison.Ordinal))], Couples, [Sql("DELETE FROM men; DELETE FROM women")], [Sql("SELECT 1")] },
        { "circle of two, cascade", [Sql(Two.Replace("(id)", "(id) ON DELETE CASCADE", StringComparison.Ordinal))], Couples, [Sql("DELETE FROM men WHERE id = 1")], [Sql("SELECT 1")] },
        { "circle of three", [Sql(Three)], "INSERT INTO a VALUES (1, NULL), (2, NULL); INSERT INTO b VALUES (1, 1), (2, 2); INSERT INTO c VALUES (1, 1), (2, 2); UPDATE a SET c = id", [Sql("DROP TABLE b; DROP TABLE a; DROP TABLE c")], [Sql(Three)] },
        { "self", [Sql(Self)], Line, [Sql("DROP TABLE t")], [Sql(Self)] },
        { "self and parent", [Sql("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t, p INTEGER REFERENCES p)")], "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 2, 1), (2, NULL, 1), (3, 1, NULL)", [Sql("DROP TABLE t; DROP TABLE p")], [Sql("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t, p INTEGER REFERENCES p)")] },
        { "collation of the parent", [Sql("CREATE TABLE t (id TEXT COLLATE NOCASE PRIMARY KEY NOT NULL, up TEXT REFERENCES t)")], "INSERT INTO t VALUES ('a', NULL), ('b', 'A')", [Sql("DELETE FROM t WHERE id = 'b'; DELETE FROM t")], [Sql("SELECT 1")] },
    };

    private const string Codes = "INSERT INTO t VALUES (1, '007'), (2, '7'), (3, 'x')";
    private const string Sizes = "INSERT INTO t VALUES (1, 5), (2, 6), (3, 7)";
    private const string Family = "INSERT INTO p VALUES (7), (8); INSERT INTO c VALUES (1, 7), (2, 8)";
    private const string Two = "CREATE TABLE men (id INTEGER PRIMARY KEY, wife INTEGER REFERENCES women(id)); CREATE TABLE women (id INTEGER PRIMARY KEY, husband INTEGER REFERENCES men(id))";
    private const string Three = "CREATE TABLE a (id INTEGER PRIMARY KEY, c INTEGER REFERENCES c); CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a); CREATE TABLE c (id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES b)";
    private const string Couples = "INSERT INTO men VALUES (1, NULL), (2, NULL), (3, NULL); INSERT INTO women VALUES (1, 1), (2, 2), (4, NULL); UPDATE men SET wife = id WHERE id < 3";
    private const string Self = "CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id))";
    private const string Line = "INSERT INTO t VALUES (1, NULL), (2, 1), (3, 2), (4, 4)";

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_comes_back_whatever_the_order(string name, Operation[] before, string fill, Operation[] up, Operation[]? down)
    {
        using var migration = new KeptMigration(before, up, down);
        migration.File.Run("PRAGMA foreign_keys = ON; " + fill);
        var told = SituationTests.Check(migration);
        Assert.True(told.Length == 0, name + ": " + told + "\n" + string.Join('\n', migration.Rendered.Up.Concat(migration.Rendered.Down).Select(s => s.Text)));
    }

    [Theory]
    [InlineData("INSERT INTO t VALUES (4, '007')", "1 one,2 7,3 x,4 007", 1)]
    [InlineData("UPDATE t SET Code = 'mine' WHERE Id = 3", "1 007,2 7,3 mine", 1)]
    [InlineData("UPDATE t SET Code = '7' WHERE Id = 3", "1 007,2 one,3 7", 2)]
    [InlineData("DELETE FROM t WHERE Id = 3; INSERT INTO t VALUES (5, 'x')", "1 007,2 7,5 x", 1)]
    public void A_value_that_somebody_has_taken_meanwhile_stays_kept_and_what_must_be_unique_is(string edit, string codes, int left)
    {
        using var migration = new KeptMigration([Table("t", Id, Code), Unique], [Dropped, Same("Code")], [Unique]);
        migration.File.Run(Codes);
        migration.Up();
        migration.File.Run(edit);

        Assert.Contains($"{3 - left}", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal(codes, migration.File.Ask("SELECT group_concat(Id || ' ' || Code) FROM (SELECT * FROM t ORDER BY Id)"));
    }

    // 1 wants what 2 has, 2 wants what 3 has, and 3 may not move.
    [Fact]
    public void A_value_that_waits_for_one_that_stays_kept_stays_kept()
    {
        using var migration = new KeptMigration([Table("t", Id, Code), Unique], [Dropped, Sql("UPDATE t SET Code = CASE Id WHEN 1 THEN 'n' WHEN 2 THEN 'a' WHEN 3 THEN 'b' ELSE Code END")], [Unique]);
        migration.File.Run("INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')");
        migration.Up();
        migration.File.Run("INSERT INTO t VALUES (5, 'c')");

        Assert.StartsWith("migrations_kept_7_1", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal("1 n,2 a,3 b,4 d,5 c", migration.File.Ask("SELECT group_concat(Id || ' ' || Code) FROM (SELECT * FROM t ORDER BY Id)"));
    }

    [Theory]
    [InlineData("women", "DROP TABLE men; DROP TABLE women", "2,3,12,13")]
    [InlineData("women", "DELETE FROM men; DELETE FROM women", "2,3,12,13")]
    [InlineData("men", "DROP TABLE men", "2,3,11,12,13")]
    [InlineData("men", "DELETE FROM men", "2,3,11,12,13")]
    public void Who_needs_a_row_that_stays_kept_stays_kept(string wives, string up, string expected)
    {
        var men = $"CREATE TABLE men (id INTEGER PRIMARY KEY, wife INTEGER REFERENCES {wives} DEFERRABLE INITIALLY DEFERRED, town INTEGER REFERENCES towns)";
        const string Women = "CREATE TABLE women (id INTEGER PRIMARY KEY, husband INTEGER REFERENCES men DEFERRABLE INITIALLY DEFERRED)";
        var made = wives == "men" ? [Sql(men)] : new[] { Sql(men), Sql(Women) };
        using var migration = new KeptMigration(
            [Sql("CREATE TABLE towns (id INTEGER PRIMARY KEY)"), Sql(men), Sql(wives == "men" ? Women.Replace(" REFERENCES men DEFERRABLE INITIALLY DEFERRED", "", StringComparison.Ordinal) : Women)],
            [Sql(up)], up.StartsWith("DROP", StringComparison.Ordinal) ? made : [Sql("SELECT 1")]);
        migration.File.Run("INSERT INTO towns VALUES (1), (2); INSERT INTO men (id) VALUES (1), (2), (3); INSERT INTO women VALUES (1, 1), (2, 2), (3, NULL); UPDATE men SET wife = id, town = id WHERE id < 3");
        migration.Up();
        migration.File.Run("DELETE FROM towns WHERE id = 1");

        Assert.StartsWith("migrations_kept_7_", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal(expected, migration.File.Ask("SELECT group_concat(id) FROM (SELECT id FROM men UNION ALL SELECT id + 10 FROM women ORDER BY 1)"));
        Assert.Equal(0L, migration.File.Ask("SELECT count(*) FROM pragma_foreign_key_check"));
    }

    private static UpdateRows Same(string column) => new(T("t"), Items.Of(new Cell(column, Value.Of("one"))), Items<Cell>.Empty, true);

    private static RawSql Null => Sql("UPDATE t SET Size = NULL WHERE Id > 1");

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);
}
