using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Operations;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Progress;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Benchmarks;

/// <summary>What it costs to keep a dropped column's data and to bring it back: the statement with everything that the runner does around it, and the whole verb.</summary>
internal sealed class KeepFigures(string root)
{
    private const string Keep = """CREATE TABLE "kept" AS SELECT "Id", "Legacy" FROM "Orders" """;
    private const string Drop = """ALTER TABLE "Orders" DROP COLUMN "Legacy" """;
    private const string Add = """ALTER TABLE "Orders" ADD COLUMN "Legacy" TEXT""";
    private const string Restore = """UPDATE "Orders" SET "Legacy" = k."Legacy" FROM "kept" k WHERE "Orders"."Id" = k."Id" """;

    public void Print()
    {
        var table = TableName.Of("Orders");
        var large = new LargeTable(root, new DropColumn(table, "Legacy"), new AddColumn(table, LargeTable.Column("Legacy")));
        var times = Measure.Parts(
            5,
            (["keep statement, with count, registry and journal", "the whole apply, from opening to closing", "restore statement, with registry and journal", "the whole rollback, from opening to closing"], () => Ours(large)),
            (["create table as select", "create table as select, drop column, in one transaction", "update from", "add column, update from, drop table, in one transaction"], () => ByHand(large)));
        Measure.Print($"keeping a column of {LargeTable.Rows} rows against create table as select", times[0], times[4], 1.2);
        Measure.Print("applying the drop against the same by hand", times[1], times[5], 1.2);
        Measure.Print($"restoring a column of {LargeTable.Rows} rows against update from", times[2], times[6], 1.2);
        Measure.Print("rolling the drop back against the same by hand", times[3], times[7], 1.2);
    }

    private static Taken[] Ours(LargeTable large)
    {
        large.Fresh();
        var laps = new List<Taken>();
        var settings = LargeTable.Settings(large.Copy) with { Progress = e => Note(laps, e) };
        var apply = Measure.Of(() => LargeTable.Finish(Apply.RunAsync(large.Bundle, settings, new(), default).Result));
        var keep = laps[1] - laps[0];
        laps.Clear();
        var rollback = Measure.Of(() => LargeTable.Finish(Rollback.RunAsync(large.Bundle, settings, new() { Steps = 1 }, default).Result));
        return [keep, apply, laps[^1] - laps[^2], rollback];
    }

    // The beginning of a migration, and the end of each statement: Up keeps first, Down restores last.
    private static void Note(List<Taken> laps, RunEvent what)
    {
        if (what is MigrationStarted or StatementDone)
        {
            laps.Add(Taken.Now);
        }
    }

    private static Taken[] ByHand(LargeTable large)
    {
        large.Fresh();
        var (keep, restore) = (default(Taken), default(Taken));
        var apply = Measure.Of(() => InOne(large, c =>
        {
            keep = Measure.Of(() => LargeTable.Run(c, Keep));
            LargeTable.Run(c, Drop);
        }));
        var rollback = Measure.Of(() => InOne(large, c =>
        {
            LargeTable.Run(c, Add);
            restore = Measure.Of(() => LargeTable.Run(c, Restore));
            LargeTable.Run(c, "DROP TABLE \"kept\"");
        }));
        return [keep, apply, restore, rollback];
    }

    private static void InOne(LargeTable large, Action<SqliteConnection> act)
    {
        using var connection = LargeTable.Open(large.Copy);
        LargeTable.Run(connection, "BEGIN IMMEDIATE");
        act(connection);
        LargeTable.Run(connection, "COMMIT");
    }
}
