using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Tests.Databases;

public sealed class ScratchFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verify ü ").FullName;
    private readonly ScratchFile _file;

    public ScratchFileTests()
    {
        _file = ScratchFile.At(Path.Combine(_folder, "a.db"));
        for (var i = 0; i < 300; i++)
        {
            _file.Connection.Execute(FormattableString.Invariant($"CREATE TABLE t{i} (id INTEGER PRIMARY KEY, a TEXT); CREATE INDEX ix{i} ON t{i} (a)"));
        }

        // One table of many pages, with rows longer than a page.
        _file.Connection.Execute("WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000) INSERT INTO t7 SELECT x, hex(zeroblob(CASE x % 100 WHEN 0 THEN 9000 ELSE 40 END)) FROM n");
        _file.Mark();
    }

    [Theory]
    [InlineData("UPDATE t5 SET a = 'x'", "")]
    [InlineData("INSERT INTO t5 VALUES (1, 'x')", "t5")]
    [InlineData("UPDATE t7 SET a = a || '.' WHERE id = 1999", "t7")]
    [InlineData("UPDATE t7 SET a = substr(a, 1, 17999) || '1' WHERE id = 300", "t7")]
    [InlineData("DELETE FROM t7", "t7")]
    [InlineData("CREATE TRIGGER tr AFTER INSERT ON t1 BEGIN INSERT INTO t2 VALUES (new.id, 'x'); END; INSERT INTO t1 VALUES (1, 'y')", "t1 t2")]
    [InlineData("ALTER TABLE t7 DROP COLUMN id", null)]
    [InlineData("CREATE VIEW v AS SELECT 1 AS one", "")]
    public void The_tables_whose_pages_another_connection_wrote_are_told(string change, string? expected)
    {
        using (var other = new SqliteConnection(_file.ConnectionString))
        {
            other.Open();
            try
            {
                other.Execute(change);
            }
            catch (SqliteException) when (expected is null)
            {
                expected = "";
            }
        }

        var roots = _file.ChangedRoots();
        var tables = _file.Before.Rows("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' ORDER BY name", r => (Name: r.GetString(0), Root: r.GetInt64(1)));
        Assert.Equal(expected, string.Join(' ', tables.Where(t => roots.Contains(t.Root)).Select(t => t.Name)));
    }

    [Fact]
    public void The_database_stays_readable_and_can_be_copied_as_it_was_when_it_was_marked()
    {
        using (var other = new SqliteConnection(_file.ConnectionString))
        {
            other.Open();
            other.Execute("DELETE FROM t7; DROP TABLE t8; WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000) INSERT INTO t9 SELECT x, hex(zeroblob(200)) FROM n");
        }

        Assert.Equal((2000, 0), (_file.Before.Number("SELECT count(*) FROM t7"), _file.Before.Number("SELECT count(*) FROM t8")));
        using var copy = ScratchFile.At(Path.Combine(_folder, "b.db"), _file.Path);
        Assert.Equal(2000, copy.Connection.Number("SELECT count(*) FROM t7"));
        _file.Settle();
        Assert.Equal(0, _file.Connection.Number("SELECT count(*) FROM t7"));
        _file.Mark();
        Assert.Empty(_file.ChangedRoots());
    }

    public void Dispose()
    {
        _file.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
