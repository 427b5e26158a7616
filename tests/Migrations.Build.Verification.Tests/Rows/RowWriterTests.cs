using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Tests.Rows;

public sealed class RowWriterTests
{
    [Fact]
    public void Every_table_gets_its_rows_with_keys_far_from_those_of_migrations()
    {
        using var database = new ScratchDatabase("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, note TEXT)");
        Assert.Empty(Fill(database, "t"));
        Assert.Equal((25, 1_000_001, 1_000_025), (database.Count("t"), database.Value<long>("SELECT min(id) FROM t"), database.Value<long>("SELECT max(id) FROM t")));
        Assert.Equal(25, database.Value<long>("SELECT count(DISTINCT name) FROM t"));
        Assert.InRange(database.Value<long>("SELECT count(*) FROM t WHERE note IS NULL"), 1, 24);
    }

    [Fact]
    public void Two_runs_make_the_same_rows()
    {
        string Dump(CultureInfo culture)
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = culture;
            using var database = new ScratchDatabase("CREATE TABLE t (id INTEGER PRIMARY KEY, a REAL, b DATETIME, c BLOB, d NUMERIC(18,4), e UNIQUEIDENTIFIER, f TEXT)");
            Fill(database, "t");
            CultureInfo.CurrentCulture = before;
            return database.Value<string>("SELECT group_concat(quote(a)||quote(b)||quote(c)||quote(d)||quote(e)||quote(f), ';') FROM t");
        }

        Assert.Equal(Dump(CultureInfo.InvariantCulture), Dump(new CultureInfo("tr-TR")));
    }

    [Fact]
    public void Lengths_that_only_the_history_knows_are_reached_and_not_exceeded()
    {
        using var database = new ScratchDatabase("CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL, sign TEXT NOT NULL)");
        var table = new CreateTable(TableName.Of("t"), Items.Of(
            new Column("id", new(TypeKind.Int64)) { PrimaryKey = true },
            new Column("code", new(TypeKind.String, 12)),
            new Column("sign", new(TypeKind.AnsiStringFixedLength, 2))));
        Fill(database, ["t"], Fold.Apply(Schema.Empty(DatabaseKind.Sqlite), table).After);
        Assert.Equal((12, 2, 2), (database.Value<long>("SELECT max(length(code)) FROM t"), database.Value<long>("SELECT min(length(sign)) FROM t"), database.Value<long>("SELECT max(length(sign)) FROM t")));
        Assert.Equal(25, database.Value<long>("SELECT count(DISTINCT sign) FROM t"));
    }

    [Fact]
    public void References_are_respected_to_other_tables_to_itself_and_in_a_circle()
    {
        using var database = new ScratchDatabase(
            "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent (id))",
            "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)",
            "CREATE TABLE tree (id INTEGER PRIMARY KEY, above INTEGER NOT NULL REFERENCES tree (id))",
            "CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES b (id))",
            "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id))");
        Assert.Empty(Fill(database, "child", "parent", "tree", "a", "b"));
        Assert.All(["child", "parent", "tree", "a", "b"], t => Assert.Equal(25, database.Count(t)));
        Assert.Equal(0, database.Value<long>("SELECT count(*) FROM pragma_foreign_key_check"));
    }

    [Fact]
    public void Unique_keys_of_several_columns_are_respected()
    {
        using var database = new ScratchDatabase(
            "CREATE TABLE a (id INTEGER PRIMARY KEY)",
            "CREATE TABLE b (id INTEGER PRIMARY KEY)",
            "CREATE TABLE ab (a INTEGER NOT NULL REFERENCES a (id), b INTEGER NOT NULL REFERENCES b (id), PRIMARY KEY (a, b)) WITHOUT ROWID",
            "CREATE TABLE only (a INTEGER NOT NULL UNIQUE REFERENCES a (id), flag BOOLEAN NOT NULL)",
            "CREATE TABLE named (kind SMALLINT NOT NULL, a INTEGER REFERENCES a (id))",
            "CREATE UNIQUE INDEX ux ON named (a, kind)");
        Assert.Empty(Fill(database, "ab", "only", "named", "a", "b"));
        Assert.All(["ab", "only", "named"], t => Assert.Equal(25, database.Count(t)));
    }

    [Fact]
    public void A_check_is_met_where_its_text_shows_the_way()
    {
        using var database = new ScratchDatabase(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, size TEXT NOT NULL CHECK (size IN ('small', 'large')), stars INTEGER NOT NULL CHECK (stars BETWEEN 101 AND 105), code TEXT NOT NULL CHECK (length(code) = 3))");
        Assert.Empty(Fill(database, "t"));
        Assert.Equal(25, database.Count("t"));
    }

    [Fact]
    public void A_check_that_cannot_be_foreseen_is_told_with_its_column_and_a_sample_helps()
    {
        const string Table = "CREATE TABLE t (id INTEGER PRIMARY KEY, iban TEXT NOT NULL CHECK (iban GLOB 'CH[0-9][0-9]-[A-Z]*'))";
        using (var database = new ScratchDatabase(Table))
        {
            var problem = Assert.Single(Fill(database, "t"));
            Assert.Equal(("t", "iban"), (problem.Table, Assert.Single(problem.Columns)));
        }

        using var helped = new ScratchDatabase(Table);
        Assert.Empty(Fill(helped, ["t"], samples: Samples.Read("""{"t.iban": ["CH12-Z"]}""")));
        Assert.Equal(25, helped.Count("t"));
    }

    [Fact]
    public void Samples_stay_as_they_are_and_are_told_apart_only_where_they_must_be()
    {
        using var database = new ScratchDatabase("CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, status TEXT NOT NULL)");
        Fill(database, ["t"], samples: Samples.Read("""{"t.email": ["a@x.org", "b@x.org"], "t.status": ["open", "won"]}"""));
        Assert.Equal((25, 2), (database.Count("t"), database.Value<long>("SELECT count(DISTINCT status) FROM t")));
        Assert.Equal(25, database.Value<long>("SELECT count(*) FROM t WHERE email LIKE '%@x.org'"));
    }

    [Fact]
    public void Names_with_quotes_spaces_and_other_letters_are_no_trouble()
    {
        const string Name = "Größe \"1\"; DROP";
        using var database = new ScratchDatabase($"CREATE TABLE \"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" (\"ключ ]\" INTEGER PRIMARY KEY, \"a b\" TEXT NOT NULL, \"İ\" TEXT UNIQUE)");
        Assert.Empty(Fill(database, Name));
        Assert.Equal(25, database.Count(Name));
    }

    [Fact]
    public void Computed_columns_strict_tables_and_triggers_are_coped_with()
    {
        using var database = new ScratchDatabase(
            "CREATE TABLE c (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, twice INTEGER GENERATED ALWAYS AS (a * 2) STORED)",
            "CREATE TABLE s (id INTEGER PRIMARY KEY, price TEXT NOT NULL, flag INTEGER NOT NULL, ratio REAL, raw BLOB, whatever ANY) STRICT",
            "CREATE TABLE guarded (id INTEGER PRIMARY KEY, name TEXT)",
            "CREATE TRIGGER guard BEFORE INSERT ON guarded BEGIN SELECT RAISE(ABORT, 'not you'); END");
        Assert.Empty(Fill(database, "c", "s", "guarded"));
        Assert.All(["c", "s", "guarded"], t => Assert.Equal(25, database.Count(t)));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => database.Run("INSERT INTO guarded (name) VALUES ('x')"));
    }

    [Fact]
    public void A_table_that_refers_to_an_empty_one_is_told()
    {
        using var database = new ScratchDatabase("CREATE TABLE p (id INTEGER PRIMARY KEY)", "CREATE TABLE c (p INTEGER NOT NULL REFERENCES p (id))");
        Assert.Contains("'p'", Assert.Single(Fill(database, "c")).Why, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Unfilled> Fill(ScratchDatabase database, params string[] tables) => Fill(database, tables, null, null);

    private static IReadOnlyList<Unfilled> Fill(ScratchDatabase database, string[] tables, Schema? said = null, Samples? samples = null) =>
        new RowWriter(database.Connection, samples ?? Samples.None, said ?? Schema.Empty(DatabaseKind.Sqlite)).Fill(tables, 25, 0);
}
