using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>What a migration destroys comes back, however it does it; each case is called by its situation.</summary>
public sealed class SituationTests
{
    [Theory]
    [InlineData("collation", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT COLLATE NOCASE)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "UPDATE t SET N = upper(N)", "SELECT 1")]
    [InlineData("two fks", "CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE c (Id INTEGER PRIMARY KEY, A INTEGER CONSTRAINT fk_a REFERENCES p (Id) ON DELETE SET NULL, B INTEGER CONSTRAINT fk_b REFERENCES p (Id) ON DELETE CASCADE)", "INSERT INTO p VALUES (1),(2); INSERT INTO c VALUES (1,1,1),(2,1,2),(3,2,1)", "DELETE FROM p WHERE Id = 1", "SELECT 1")]
    [InlineData("update and drop", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "UPDATE t SET N = upper(N); DROP TABLE t", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)")]
    [InlineData("update and drop column", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "UPDATE t SET N = upper(N); ALTER TABLE t DROP COLUMN N", "ALTER TABLE t ADD COLUMN N TEXT")]
    [InlineData("rename and update", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "ALTER TABLE t RENAME TO u; UPDATE u SET N = 'z'", "ALTER TABLE u RENAME TO t")]
    [InlineData("two deletes", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X'),(3,'Y')", "DELETE FROM t WHERE Id = 1; DELETE FROM t WHERE Id = 2", "SELECT 1")]
    [InlineData("self cascade", "CREATE TABLE t (Id INTEGER PRIMARY KEY, P INTEGER REFERENCES t (Id) ON DELETE CASCADE)", "INSERT INTO t VALUES (1,NULL),(2,1),(3,2),(4,NULL)", "DELETE FROM t WHERE Id = 1", "SELECT 1")]
    [InlineData("self set null", "CREATE TABLE t (Id INTEGER PRIMARY KEY, P INTEGER REFERENCES t (Id) ON DELETE SET NULL)", "INSERT INTO t VALUES (1,NULL),(2,1),(3,2),(4,NULL)", "DELETE FROM t WHERE Id = 1", "SELECT 1")]
    [InlineData("replace", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "REPLACE INTO t VALUES (1, 'new'), (9, 'nine')", "DELETE FROM t WHERE Id = 9")]
    [InlineData("insert or replace", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "INSERT OR REPLACE INTO t VALUES (1, 'new'), (9, 'nine')", "DELETE FROM t WHERE Id = 9")]
    [InlineData("upsert", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "INSERT INTO t VALUES (1, 'new'), (9, 'nine') ON CONFLICT (Id) DO UPDATE SET N = excluded.N", "DELETE FROM t WHERE Id = 9")]
    [InlineData("upsert cte", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "WITH x(i, n) AS (SELECT 1, 'new') INSERT INTO t SELECT i, n FROM x WHERE true ON CONFLICT (Id) DO UPDATE SET N = excluded.N", "SELECT 1")]
    [InlineData("update or replace", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT UNIQUE)", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "UPDATE OR REPLACE t SET N = 'X' WHERE Id = 1", "SELECT 1")]
    [InlineData("trigger", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT, At TEXT); CREATE TRIGGER tr AFTER UPDATE OF N ON t BEGIN UPDATE t SET At = 'now' WHERE Id = NEW.Id; END", "INSERT INTO t VALUES (1,'abc','then'),(2,'X','then')", "UPDATE t SET N = 'z' WHERE Id = 1", "SELECT 1")]
    [InlineData("trigger other table", "CREATE TABLE t (Id INTEGER PRIMARY KEY); CREATE TABLE d (Id INTEGER PRIMARY KEY, T INTEGER); CREATE TRIGGER \"t r\" BEFORE DELETE ON t BEGIN DELETE FROM d WHERE T = OLD.Id; END", "INSERT INTO t VALUES (1),(2); INSERT INTO d VALUES (5, 1), (6, 2)", "DELETE FROM t WHERE Id = 1", "SELECT 1")]
    [InlineData("view", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT); CREATE VIEW v AS SELECT * FROM t; CREATE TRIGGER tr INSTEAD OF UPDATE ON v BEGIN UPDATE t SET N = NEW.N WHERE Id = OLD.Id; END", "INSERT INTO t VALUES (1,'abc'),(2,'X')", "UPDATE v SET N = 'z' WHERE Id = 1", "SELECT 1")]
    [InlineData("insert trigger", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT); CREATE TABLE last (Id INTEGER PRIMARY KEY, T INTEGER); CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE last SET T = NEW.Id; END", "INSERT INTO last VALUES (1, 0); INSERT INTO t VALUES (1,'abc'),(2,'X')", "INSERT INTO t VALUES (9, 'q')", "DELETE FROM t WHERE Id = 9")]
    [InlineData("on update", "CREATE TABLE p (Id INTEGER PRIMARY KEY, C TEXT UNIQUE); CREATE TABLE c (Id INTEGER PRIMARY KEY, C TEXT REFERENCES p (C) ON UPDATE SET NULL)", "INSERT INTO p VALUES (1,'a'),(2,'b'); INSERT INTO c VALUES (1,'a'),(2,'b')", "UPDATE p SET C = 'z' WHERE Id = 1", "SELECT 1")]
    [InlineData("without rowid tuple", "CREATE TABLE t (A TEXT, B TEXT, C TEXT, PRIMARY KEY (A)) WITHOUT ROWID", "INSERT INTO t VALUES ('1','abc','d'),('2','X','e')", "UPDATE t SET (B, C) = ('z', 'y')", "SELECT 1")]
    [InlineData("column rowid", "CREATE TABLE t (rowid TEXT, N TEXT)", "INSERT INTO t VALUES ('a','abc'),('a','X')", "ALTER TABLE t DROP COLUMN N", "ALTER TABLE t ADD COLUMN N TEXT")]
    [InlineData("column rowid dropped table", "CREATE TABLE t (rowid TEXT, N TEXT)", "INSERT INTO t VALUES ('a','abc'),('a','X')", "DROP TABLE t", "CREATE TABLE t (rowid TEXT, N TEXT)")]
    [InlineData("null keys deleted", "CREATE TABLE t (Code TEXT PRIMARY KEY, V TEXT)", "INSERT INTO t VALUES (NULL,'a'),(NULL,'b'),('c','c')", "DELETE FROM t WHERE V = 'a'", "SELECT 1")]
    [InlineData("rename trigger", "CREATE TABLE t (Id INTEGER PRIMARY KEY, M TEXT, N TEXT); CREATE TABLE a (x); CREATE TRIGGER \"t r\" AFTER UPDATE ON t BEGIN INSERT INTO a VALUES (NEW.M); END", "INSERT INTO t VALUES (1,'m','abc'),(2,'n','X')", "ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME COLUMN M TO O; ALTER TABLE u DROP COLUMN N", "ALTER TABLE u ADD COLUMN N TEXT; ALTER TABLE u RENAME COLUMN O TO M; ALTER TABLE u RENAME TO t")]
    [InlineData("strict any", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N ANY) STRICT", "INSERT INTO t VALUES (1,'007'),(2,7),(3,X'00'),(4,1.0)", "ALTER TABLE t DROP COLUMN N", "ALTER TABLE t ADD COLUMN N ANY")]
    [InlineData("generated", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT, G TEXT AS (N || '!') STORED, H AS (Id + 1))", "INSERT INTO t VALUES (1,'007'),(2,'x')", "DELETE FROM t", "SELECT 1")]
    [InlineData("numbered", "CREATE TABLE t (Id INTEGER PRIMARY KEY AUTOINCREMENT, P INTEGER)", "INSERT INTO t VALUES (1,1),(2,2),(30,3); DELETE FROM t WHERE Id = 30", "DROP TABLE t", "CREATE TABLE t (Id INTEGER PRIMARY KEY AUTOINCREMENT, P INTEGER)")]
    [InlineData("down later columns", "CREATE TABLE t (Id INTEGER PRIMARY KEY, P INTEGER, Q TEXT)", "INSERT INTO t VALUES (1,1,'a'),(2,2,'b')", "DROP TABLE t", "CREATE TABLE t (Id INTEGER PRIMARY KEY); ALTER TABLE t ADD COLUMN P INTEGER; ALTER TABLE t ADD COLUMN Q TEXT NOT NULL DEFAULT 'x'")]
    [InlineData("children dropped column", "CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE c (Id INTEGER PRIMARY KEY, A INTEGER REFERENCES p (Id) ON DELETE CASCADE, X TEXT)", "INSERT INTO p VALUES (1),(2); INSERT INTO c VALUES (1,1,'a'),(2,1,'b'),(3,2,'c')", "ALTER TABLE c DROP COLUMN X; DELETE FROM p WHERE Id = 1", "ALTER TABLE c ADD COLUMN X TEXT NOT NULL DEFAULT ''")]
    [InlineData("two levels", "CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE c (Id INTEGER PRIMARY KEY, A INTEGER REFERENCES p (Id) ON DELETE CASCADE); CREATE TABLE g (Id INTEGER PRIMARY KEY, C INTEGER REFERENCES c (Id) ON DELETE SET NULL)", "INSERT INTO p VALUES (1),(2); INSERT INTO c VALUES (1,1),(2,1),(3,2); INSERT INTO g VALUES (1, 1), (2, 3), (3, NULL)", "DELETE FROM p WHERE Id = 1", "SELECT 1")]
    [InlineData("set default", "CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE c (Id INTEGER PRIMARY KEY, A INTEGER DEFAULT 2 REFERENCES p (Id) ON DELETE SET DEFAULT)", "INSERT INTO p VALUES (1),(2); INSERT INTO c VALUES (1,1),(2,1),(3,2)", "DELETE FROM p WHERE Id = 1", "SELECT 1")]
    [InlineData("alias from", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT); CREATE TABLE s (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'a'),(2,'b'); INSERT INTO s VALUES (1,'q')", "UPDATE t AS x SET N = s.N FROM s WHERE s.Id = x.Id", "SELECT 1")]
    [InlineData("cte delete", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1,'a'),(2,'b')", "WITH t2 AS (SELECT 1 AS i) DELETE FROM t WHERE Id IN (SELECT i FROM t2)", "SELECT 1")]
    [InlineData("parent without columns", "CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE c (Id INTEGER PRIMARY KEY, A INTEGER REFERENCES p)", "INSERT INTO p VALUES (1),(2); INSERT INTO c VALUES (1,1),(2,2)", "DELETE FROM c", "SELECT 1")]
    [InlineData("parent of two columns without columns", "CREATE TABLE p (A TEXT, B TEXT, PRIMARY KEY (A, B)); CREATE TABLE c (Id INTEGER PRIMARY KEY, A TEXT, B TEXT, FOREIGN KEY (A, B) REFERENCES p ON UPDATE CASCADE)", "INSERT INTO p VALUES ('1','2'); INSERT INTO c VALUES (1,'1','2'),(2,NULL,'2')", "DELETE FROM c WHERE A = '1'", "SELECT 1")]
    [InlineData("key with an order", "CREATE TABLE t (A TEXT, B INT, N TEXT, PRIMARY KEY (A DESC, B)) WITHOUT ROWID", "INSERT INTO t VALUES ('a',1,'x'),('b',2,NULL)", "ALTER TABLE t DROP COLUMN N", "ALTER TABLE t ADD COLUMN N TEXT")]
    [InlineData("key with a collation", "CREATE TABLE t (A TEXT NOT NULL, B INT NOT NULL, N TEXT, PRIMARY KEY (A COLLATE NOCASE ASC, B DESC))", "INSERT INTO t VALUES ('a',1,'x'),('B',2,NULL)", "DELETE FROM t", "SELECT 1")]
    [InlineData("unique with an order", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT, UNIQUE (N COLLATE NOCASE DESC))", "INSERT INTO t VALUES (1,'x'),(2,'y')", "DELETE FROM t WHERE N = 'x'", "SELECT 1")]
    [InlineData("names in another case", "CREATE TABLE t (Id INTEGER PRIMARY KEY, é TEXT, É TEXT)", "INSERT INTO t VALUES (1,'low','UP')", "ALTER TABLE t DROP COLUMN É", "ALTER TABLE t ADD COLUMN É TEXT")]
    [InlineData("tables in another case", "CREATE TABLE ä (Id INTEGER PRIMARY KEY, N TEXT); CREATE TABLE Ä (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO ä VALUES (1,'low'); INSERT INTO Ä VALUES (1,'UP')", "UPDATE Ä SET N = 'z'; DROP TABLE ä", "CREATE TABLE ä (Id INTEGER PRIMARY KEY, N TEXT)")]
    [InlineData("ours: k", "CREATE TABLE k (Id INTEGER PRIMARY KEY, k TEXT)", "INSERT INTO k VALUES (1,'a'),(2,'b')", "UPDATE k SET k = 'z'", "SELECT 1")]
    [InlineData("ours: k without key", "CREATE TABLE k (n TEXT)", "INSERT INTO k VALUES ('a'),('b')", "DELETE FROM k", "INSERT INTO k VALUES ('c'); DELETE FROM k WHERE n = 'c'")]
    [InlineData("ours: p", "CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE k (Id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (Id))", "INSERT INTO p VALUES (1); INSERT INTO k VALUES (1,1)", "DELETE FROM k", "SELECT 1")]
    [InlineData("ours: new and old", "CREATE TABLE new (old INTEGER PRIMARY KEY, new TEXT); CREATE TRIGGER tr AFTER UPDATE ON new BEGIN UPDATE new SET new = NEW.new || OLD.old WHERE old = 5; END", "INSERT INTO new VALUES (1,'a'),(5,'b')", "UPDATE new SET new = 'z'", "SELECT 1")]
    [InlineData("quotes", "CREATE TABLE \"t\"\"q\" (\"i\"\"d\" INTEGER PRIMARY KEY, \"n'm\" TEXT)", "INSERT INTO \"t\"\"q\" VALUES (1,'a'),(2,'b')", "UPDATE \"t\"\"q\" SET \"n'm\" = 'z'", "SELECT 1")]
    public void Everything_that_text_destroys_comes_back(string name, string before, string fill, string up, string down)
    {
        using var migration = new KeptMigration([Sql(before)], [Sql(up)], down == "SELECT 1" ? [Sql(down)] : [.. down.Split("; ").Select(Sql)]);
        migration.File.Run(fill);
        var told = Check(migration);
        Assert.True(told.Length == 0, name + ": " + told + "\n" + string.Join('\n', migration.Rendered.Up.Concat(migration.Rendered.Down).Select(s => s.Text)));
    }

    private static readonly Column Name = C("Name", TypeKind.String) with { Nullable = false };

    public static TheoryData<string, Operation[], string, Operation[], Operation[]?> Cases { get; } = new()
    {
        { "not null dropped", [Table("t", Id, Name)], "INSERT INTO t VALUES (1, 'a'), (2, 'b')", [new DropColumn(T("t"), "Name")], null },
        { "not null dropped by hand", [Table("t", Id, Name)], "INSERT INTO t VALUES (1, 'a'), (2, 'b')", [new DropColumn(T("t"), "Name")], [new AddColumn(T("t"), Name)] },
        { "not null without key", [Table("t", C("x"), Name)], "INSERT INTO t VALUES (1, 'a'), (2, 'b')", [new DropColumn(T("t"), "Name")], null },
        { "not null indexed", [Table("t", Id, Name), new CreateIndex(Index("ix", "t", "Name") with { Unique = true })], "INSERT INTO t VALUES (1, 'a'), (2, 'b')", [new DropColumn(T("t"), "Name")], null },
        { "not null and table", [Table("t", Id, Name)], "INSERT INTO t VALUES (1, 'a'), (2, 'b')", [new DropColumn(T("t"), "Name"), new DropTable(T("t"))], null },
        { "not null fk", [Table("p", Id), Table("t", Id, C("P") with { Nullable = false }), new AddForeignKey(Key("fk", "t", "P", "p"))], "INSERT INTO p VALUES (7), (8); INSERT INTO t VALUES (1, 7), (2, 8)", [new DropColumn(T("t"), "P")], null },
        { "fk", [Table("p", Id), Table("t", Id, C("P")), new AddForeignKey(Key("fk", "t", "P", "p"))], "INSERT INTO p VALUES (7), (8); INSERT INTO t VALUES (1, 7), (2, 8)", [new DropForeignKey(T("t"), "fk"), new DropColumn(T("t"), "P"), new DropTable(T("p"))], null },
        { "rows then not null column", [Table("p", Id), Table("t", Id, C("P"), Name), new AddForeignKey(Key("fk", "t", "P", "p") with { OnDelete = ForeignKeyAction.Cascade })], "INSERT INTO p VALUES (7), (8); INSERT INTO t VALUES (1, 7, 'a'), (2, 8, 'b')", [new DropColumn(T("t"), "Name"), new DeleteRows(T("p"), Items<Row>.Empty, true)], null },
        { "down splits table", [Table("t", Id, Name)], "INSERT INTO t VALUES (1, 'a'), (2, 'b')", [new DropTable(T("t"))], [Table("t", Id), new AddColumn(T("t"), Name)] },
        { "down adds more", [Table("t", Id, Name)], "INSERT INTO t VALUES (1, 'a'), (2, 'b')", [new DropTable(T("t"))], [Table("t", Id, Name), new AddColumn(T("t"), Name with { Name = "More" }), new DropColumn(T("t"), "More")] },
        { "double to text", [Table("t", Id, C("D", TypeKind.Double))], "INSERT INTO t VALUES (1, 0.1 + 0.2), (2, 5), (3, NULL), (4, 1e300)", [new AlterColumn(T("t"), C("D", TypeKind.String))], null },
        { "int to text", [Table("t", Id, C("D"))], "INSERT INTO t VALUES (1, 0.1 + 0.2), (2, 5), (3, NULL), (4, 'x')", [new AlterColumn(T("t"), C("D", TypeKind.String))], null },
        { "long to double", [Table("t", Id, C("D", TypeKind.Int64))], "INSERT INTO t VALUES (1, 9007199254740993), (2, 5), (3, NULL)", [new AlterColumn(T("t"), C("D", TypeKind.Double))], null },
        { "text to int", [Table("t", Id, C("D", TypeKind.String))], "INSERT INTO t VALUES (1, '007'), (2, '1e3'), (3, NULL), (4, ' 5'), (5, ''), (6, X'3030'), (7, '5'), (8, '9007199254740993.0')", [new AlterColumn(T("t"), C("D"))], null },
        { "text to int and back", [Table("t", Id, C("D", TypeKind.String))], "INSERT INTO t VALUES (1, '007'), (2, '1e3'), (3, NULL), (4, ' 5'), (5, ''), (6, X'3030'), (7, '5'), (8, '9007199254740993.0')", [new AlterColumn(T("t"), C("D")), new AlterColumn(T("t"), C("D", TypeKind.String))], null },
        { "identity dropped", [Table("t", Id, Name)], "INSERT INTO t VALUES (3, 'a'), (9, 'b')", [new DropColumn(T("t"), "Id")], null },
        { "two on one table", [Table("t", Id, Name)], "INSERT INTO t VALUES (3, 'a'), (9, 'b')", [new UpdateRows(T("t"), Items.Of(new Cell("Name", Value.Of("n"))), Items<Cell>.Empty, true), new UpdateRows(T("t"), Items.Of(new Cell("Name", Value.Of("m"))), Items<Cell>.Empty, true), new DropColumn(T("t"), "Name")], null },
        { "trigger between renames", [Table("t", Id, Name, C("M")), Table("a", C("x")), Sql("CREATE TRIGGER \"t r\" AFTER UPDATE ON t BEGIN INSERT INTO a VALUES (NEW.M); END")], "INSERT INTO t VALUES (1, 'a', 5), (2, 'b', 6)", [new RenameTable(T("t"), "u"), new RenameColumn(T("u"), "M", "O"), new DropColumn(T("u"), "Name")], null },
        { "update null", [Table("t", Id, C("A"))], "INSERT INTO t VALUES (5, 5), (6, NULL)", [new UpdateRows(T("t"), Items.Of(new Cell("A", Value.Null)), Items<Cell>.Empty, true)], null },
        { "numbered empty", [Table("t", Id, C("A"))], "INSERT INTO t VALUES (5, 5); DELETE FROM t", [new DropTable(T("t"))], null },
        { "parents and children", [Table("p", Id), Table("t", Id, C("P") with { Nullable = false }), new AddForeignKey(Key("fk", "t", "P", "p"))], "INSERT INTO p VALUES (7), (8); INSERT INTO t VALUES (1, 7), (2, 8)", [new DropTable(T("t")), new DropTable(T("p"))], null },
        { "rows without a key between others", [Table("t", C("A"))], "INSERT INTO t VALUES (5), (6), (7)", [new DeleteRows(T("t"), Items.Of(Row("A", Value.Of(6))), false), new InsertRows(T("t"), Items.Of(Row("A", Value.Of(8)))), new DeleteRows(T("t"), Items.Of(Row("A", Value.Of(7))), false)], null },
        { "key dropped", [Table("t", C("Code", TypeKind.String) with { Nullable = false, PrimaryKey = true, PrimaryKeyName = "PK_t" }, Name)], "INSERT INTO t VALUES ('x', 'a'), ('y', 'b')", [new DropColumn(T("t"), "Code")], null },
        { "index and key", [Table("t", Id, C("A"), C("B")), new CreateIndex(Index("ix", "t", "A", "B")), new AddKey(T("t"), KeyKind.Unique, new Key("uq", Items.Of("A")))], "INSERT INTO t VALUES (5, 5, 1), (6, NULL, 2)", [new DropColumn(T("t"), "A")], null },
    };

    [Theory]
    [InlineData("null keys", "CREATE TABLE t (Code TEXT PRIMARY KEY, V TEXT, W TEXT)", "INSERT INTO t VALUES (NULL,'a','x'),(NULL,'b','y'),('c','c','z')", "ALTER TABLE t DROP COLUMN V", "ALTER TABLE t ADD COLUMN V TEXT", "SELECT count(*) FROM t WHERE Code IS NULL AND V IS NULL", 2L)]
    [InlineData("values in each other's way", "CREATE TABLE t (Id INTEGER PRIMARY KEY, P INTEGER UNIQUE)", "INSERT INTO t VALUES (1,1),(2,2),(3,3)", "UPDATE t SET P = P - 1", "SELECT 1", "SELECT P FROM t WHERE Id = 3", 3L)]
    public void What_finds_no_place_stays_kept_and_is_in_no_wrong_row(string name, string before, string fill, string up, string down, string asked, long expected)
    {
        using var migration = new KeptMigration([Sql(before)], [Sql(up)], [Sql(down)]);
        migration.File.Run(fill);
        migration.Up();

        Assert.StartsWith("migrations_kept_7_1", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal(expected, migration.File.Ask(asked));
        Assert.True(3L.Equals(migration.File.Ask("SELECT count(*) FROM migrations_kept_7_1")), name);
    }

    [Fact]
    public void A_key_that_changes_in_a_table_without_row_numbers_is_not_kept_and_that_is_said()
    {
        using var migration = new KeptMigration([Sql("CREATE TABLE t (A TEXT PRIMARY KEY, B TEXT) WITHOUT ROWID")], [Sql("UPDATE t SET A = A || '0'")], [Sql("SELECT 1")]);
        migration.File.Run("INSERT INTO t VALUES ('1', 'a')");
        migration.Up();

        Assert.False(migration.Rendered.KeepsAll);
        Assert.Empty(migration.Rendered.Keeps);
    }

    [Theory]
    [InlineData("CREATE TABLE t (Code TEXT PRIMARY KEY, V TEXT)", "UPDATE t SET V = V || '!'", false)]
    [InlineData("CREATE TABLE t (Code TEXT NOT NULL PRIMARY KEY, V TEXT)", "UPDATE t SET V = V || '!'", true)]
    [InlineData("CREATE TABLE t (Code INTEGER PRIMARY KEY, V TEXT)", "UPDATE t SET V = V || '!'", true)]
    [InlineData("CREATE TABLE t (Code TEXT PRIMARY KEY, V TEXT) WITHOUT ROWID", "UPDATE t SET V = V || '!'", true)]
    [InlineData("CREATE TABLE t (Code INTEGER PRIMARY KEY, V TEXT UNIQUE ON CONFLICT REPLACE)", "INSERT INTO t VALUES (9, 'a')", true)]
    [InlineData("CREATE TABLE t (Code INTEGER PRIMARY KEY, V TEXT UNIQUE ON CONFLICT REPLACE)", "CREATE TABLE u (Id INTEGER)", true)]
    [InlineData("CREATE TABLE t (Code INTEGER PRIMARY KEY, V TEXT UNIQUE ON CONFLICT ABORT)", "INSERT INTO t VALUES (9, 'a')", true)]
    [InlineData("CREATE TABLE t (rowid TEXT, _rowid_ TEXT, oid TEXT, V TEXT)", "UPDATE t SET V = V || '!'", false)]
    [InlineData("CREATE TABLE t (rowid TEXT, _rowid_ TEXT, V TEXT)", "UPDATE t SET V = V || '!'", true)]
    [InlineData("CREATE TABLE t (rowid TEXT PRIMARY KEY NOT NULL, _rowid_ TEXT, oid TEXT, V TEXT)", "UPDATE t SET V = V || '!'", true)]
    [InlineData("CREATE TABLE t (A TEXT, B TEXT, V TEXT, PRIMARY KEY (A, B) ON CONFLICT FAIL) WITHOUT ROWID", "UPDATE t SET V = V || '!'", true)]
    [InlineData("CREATE TABLE t (migrations_row TEXT, V TEXT)", "UPDATE t SET V = V || '!'", false)]
    [InlineData("CREATE TABLE t (Code INTEGER PRIMARY KEY, Migrations_State TEXT)", "DELETE FROM t", false)]
    [InlineData("CREATE TABLE t (Code INTEGER PRIMARY KEY, Migrations_State TEXT, V TEXT)", "UPDATE t SET V = V || '!'", true)]
    public void Rows_that_may_not_be_found_again_are_not_promised(string before, string up, bool promised)
    {
        using var migration = new KeptMigration([Sql(before)], [Sql(up)], [Sql("SELECT 1")]);
        migration.Up();

        Assert.Equal(promised, migration.Rendered.KeepsAll);
        Assert.Equal("", migration.DownLeaving());
    }

    [Theory]
    [InlineData("fts5(title, body UNINDEXED, tokenize = 'porter ascii')", true)]
    [InlineData("fts4(title, body, tokenize=porter)", true)]
    [InlineData("fts5(title, body, content='')", false)]
    [InlineData("fts5(title, body, content='texts', content_rowid='id')", false)]
    public void Rows_of_a_table_for_search_come_back_with_their_words_or_are_not_kept(string module, bool back)
    {
        using var migration = new KeptMigration([Sql("CREATE TABLE texts (id INTEGER PRIMARY KEY, title, body)"), Sql("CREATE VIRTUAL TABLE docs USING " + module)], [Sql("DROP TABLE docs")], [Sql("CREATE VIRTUAL TABLE docs USING " + module)]);
        migration.File.Run("INSERT INTO docs (rowid, title, body) VALUES (3, 'one', 'two'), (7, 'three', 'four')");
        migration.Up();

        Assert.Equal(("", false), (migration.DownLeaving(), migration.Rendered.KeepsAll));
        Assert.Equal(back ? 7L : 0L, migration.File.Ask("SELECT coalesce(sum(rowid), 0) FROM docs WHERE docs MATCH 'three'"));
        Assert.Equal(back ? 1 : 0, migration.Rendered.Keeps.Count);
    }

    [Fact]
    public void Rows_of_a_table_of_which_no_column_is_known_are_not_kept_as_empty_ones()
    {
        using var migration = new KeptMigration([Sql("CREATE TABLE t AS SELECT 1 AS n")], [Sql("DROP TABLE t")], [Sql("CREATE TABLE t (n INTEGER)")]);

        Assert.False(migration.Rendered.KeepsAll);
        Assert.Empty(migration.Rendered.Keeps);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_whole_table_that_code_may_change_is_promised_where_a_key_tells_its_rows_apart(bool keyed)
    {
        using var migration = new KeptMigration([keyed ? Table("t", Id, Name) : Table("t", Name)], [new CodeStep("T", "M", "A")], [Sql("SELECT 1")], Items.Of("t"));

        Assert.Equal(keyed, migration.Rendered.KeepsAll);
    }

    [Fact]
    public void A_value_whose_parent_is_gone_meanwhile_stays_kept()
    {
        using var migration = new KeptMigration([Table("p", Id), Table("t", Id, C("P")), new AddForeignKey(Key("fk", "t", "P", "p"))], [new DropForeignKey(T("t"), "fk"), new DropColumn(T("t"), "P")]);
        migration.File.Run("INSERT INTO p VALUES (7), (8); INSERT INTO t VALUES (1, 7), (2, 8)");
        migration.Up();
        migration.File.Run("DELETE FROM p WHERE Id = 7");

        Assert.StartsWith("migrations_kept_7_1", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal("8", migration.File.Ask("SELECT group_concat(P) FROM t"));
    }

    [Theory]
    [InlineData("REFERENCES p (Id)")]
    [InlineData("REFERENCES p")]
    [InlineData("REFERENCES P DEFERRABLE INITIALLY DEFERRED")]
    public void A_row_whose_parent_is_gone_meanwhile_stays_kept(string reference)
    {
        using var migration = new KeptMigration([Sql($"CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE t (Id INTEGER PRIMARY KEY, P INTEGER {reference})")], [Sql("DELETE FROM t")], [Sql("SELECT 1")]);
        migration.File.Run("INSERT INTO p VALUES (7), (8); INSERT INTO t VALUES (1, 7), (2, 8)");
        migration.Up();
        migration.File.Run("DELETE FROM p WHERE Id = 7");

        Assert.StartsWith("migrations_kept_7_1", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal("8", migration.File.Ask("SELECT group_concat(P) FROM t"));
    }

    [Theory]
    [InlineData("CREATE TABLE t (A TEXT NOT NULL, B INT NOT NULL, PRIMARY KEY (A COLLATE NOCASE DESC, B))", "PRIMARY KEY (\"A\" COLLATE NOCASE DESC, \"B\")")]
    [InlineData("CREATE TABLE t (A TEXT, CONSTRAINT u UNIQUE (A DESC))", "CONSTRAINT \"u\" UNIQUE (\"A\" DESC)")]
    [InlineData("CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE t (A INTEGER REFERENCES p)", "REFERENCES \"p\"")]
    public void An_inferred_Down_makes_keys_as_they_were(string before, string key)
    {
        using var migration = new KeptMigration([Sql(before)], [new DropTable(T("t"))]);
        migration.Up();
        migration.Down();

        Assert.EndsWith(key + ")", (string)migration.File.Ask("SELECT sql FROM sqlite_schema WHERE name = 't'")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_whose_parent_in_the_same_table_is_gone_meanwhile_stays_kept()
    {
        using var migration = new KeptMigration([Sql("CREATE TABLE t (Id INTEGER PRIMARY KEY, P INTEGER REFERENCES t (Id))")], [Sql("DELETE FROM t WHERE Id > 2")], [Sql("SELECT 1")]);
        migration.File.Run("INSERT INTO t VALUES (1, NULL), (2, 1), (3, 2), (4, 1), (5, 4)");
        migration.Up();
        migration.File.Run("DELETE FROM t WHERE Id = 2");

        Assert.StartsWith("migrations_kept_7_1", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal("1 4 5", migration.File.Ask("SELECT group_concat(Id, ' ') FROM (SELECT Id FROM t ORDER BY Id)"));
    }

    [Fact]
    public void A_value_that_a_new_row_has_taken_stays_kept()
    {
        using var migration = new KeptMigration([Sql("CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT UNIQUE)")], [Sql("UPDATE t SET N = N || '!'")], [Sql("SELECT 1")]);
        migration.File.Run("INSERT INTO t VALUES (1, 'a'), (2, 'b')");
        migration.Up();
        migration.File.Run("INSERT INTO t VALUES (3, 'a')");

        Assert.StartsWith("migrations_kept_7_1", migration.DownLeaving(), StringComparison.Ordinal);
        Assert.Equal("a! b a", migration.File.Ask("SELECT group_concat(N, ' ') FROM (SELECT N FROM t ORDER BY Id)"));
    }

    [Fact]
    public void Rows_written_after_Up_get_a_neutral_value_in_a_column_that_takes_no_null()
    {
        using var migration = new KeptMigration([Table("t", Id, Name)], [new DropColumn(T("t"), "Name")]);
        migration.File.Run("INSERT INTO t VALUES (1, 'a')");
        migration.Up();
        migration.File.Run("INSERT INTO t VALUES (2)");

        Assert.Equal("", migration.DownLeaving());
        Assert.Equal("a|", migration.File.Ask("SELECT group_concat(Name, '|') FROM (SELECT Name FROM t ORDER BY Id)"));
        Assert.Equal(1L, migration.File.Ask("SELECT \"notnull\" FROM pragma_table_info('t') WHERE name = 'Name'"));
    }

    [Fact]
    public void A_Down_that_makes_the_table_with_a_key_of_its_own_is_rendered()
    {
        using var migration = new KeptMigration(
            [Table("p", Id), Table("t", Id, Name)], [new DropTable(T("t"))], [Table("t", Id, Name, C("P")), new AddForeignKey(Key("fk", "t", "P", "p"))]);
        migration.File.Run("INSERT INTO t VALUES (1, 'a')");
        migration.Up();

        Assert.Equal("", migration.DownLeaving());
        Assert.Equal("a", migration.File.Ask("SELECT Name FROM t"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_that_operations_destroy_comes_back(string name, Operation[] before, string fill, Operation[] up, Operation[]? down)
    {
        using var migration = new KeptMigration(before, up, down);
        migration.File.Run(fill);
        var told = Check(migration);
        Assert.True(told.Length == 0, name + ": " + told + "\n" + string.Join('\n', migration.Rendered.Up.Concat(migration.Rendered.Down).Select(s => s.Text)));
    }

    internal static string Check(KeptMigration migration)
    {
        var was = migration.Everything();
        try
        {
            migration.Up();
        }
        catch (Exception e)
        {
            return "UP FAILS " + e.Message;
        }

        try
        {
            var left = migration.DownLeaving();
            var has = migration.Everything();
            return was != has ? $"keeps={migration.Rendered.KeepsAll} had\n{was}\nhas\n{has}" : left.Length > 0 ? $"keeps={migration.Rendered.KeepsAll} left " + left : migration.Rendered.KeepsAll == true ? "" : "came back, but says it does not";
        }
        catch (Exception e)
        {
            return "DOWN FAILS " + e.Message;
        }
    }

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);
}
