using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Digests;
using SQLitePCL;

namespace Migrations.Build.Benchmarks;

/// <summary>What verification pays to read the rows of a table twice and compare them, against stepping twice through the same rows.</summary>
internal sealed class RowFigures(string root)
{
    public void Print()
    {
        var table = TableName.Of("Orders");
        var large = new LargeTable(root, new DropColumn(table, "Legacy"), new AddColumn(table, LargeTable.Column("Legacy")));
        large.Fresh();
        using var connection = LargeTable.Open(large.Copy);
        LargeTable.Run(connection, "PRAGMA cache_size = -400000");
        LargeTable.Run(connection, """CREATE TABLE "Turned" AS SELECT * FROM "Orders" ORDER BY "Customer", "Id" """);
        var times = Measure.InTurns(
            7,
            ("read before and after, and compare", () => Compare(connection, "Orders", "Orders")),
            ("select * before and after, stepped through", () => Scan(connection, "Orders", "Orders")),
            ("read before and after in another order, and compare", () => Compare(connection, "Orders", "Turned")),
            ("select * of both, stepped through", () => Scan(connection, "Orders", "Turned")));
        Measure.Print($"comparing {LargeTable.Rows} rows against a plain scan", times[0], times[1], 4);
        Measure.Print($"comparing {LargeTable.Rows} rows in another order against a plain scan", times[2], times[3], 4);
    }

    private static void Compare(SqliteConnection connection, string before, string now)
    {
        var difference = RowComparer.Compare(Read(connection, before), Read(connection, now));
        if (!difference.None)
        {
            throw new InvalidOperationException("The rows are said to differ.");
        }
    }

    private static RowSet Read(SqliteConnection connection, string table) => RowReader.Read(connection, Live.Table(connection, table)!)!;

    private static void Scan(SqliteConnection connection, params string[] tables)
    {
        foreach (var table in tables)
        {
            raw.sqlite3_prepare_v2(connection.Handle, $"SELECT * FROM \"{table}\"", out var statement);
            using (statement)
            {
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                {
                }
            }
        }
    }
}
