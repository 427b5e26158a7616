using System.Collections.Concurrent;
using System.Diagnostics;
using Migrations.Build.Attack.Tests.Ground;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Xunit.Abstractions;

namespace Migrations.Build.Attack.Tests.Killing;

/// <summary>
/// Kills a runner before, during and after every statement of the sample and where SQLite changes a file, and runs the same command again; one database of four keeps a write-ahead log.
/// By default a part of the moments is tried, the same each time; <c>MIGRATIONS_KILLS=all</c> tries every one, and a number every so many.
/// </summary>
public sealed class KillTests(Shots shots, ITestOutputHelper output) : IClassFixture<Shots>
{
    private static readonly string[] Around = ["Before", "During", "After"];

    [UnixTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_is_killed_at_a_statement_ends_as_if_it_had_not_been(bool up)
    {
        var points = Statements(up).SelectMany(s => Around.Select(m => (s.Index, s.Number, Moment: m))).ToArray();
        await AttackAsync(up, Part(points, by: 11));
    }

    [UnixTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_is_killed_while_it_writes_ends_as_if_it_had_not_been(bool up)
    {
        var points = new ConcurrentBag<(int Index, int Number, string Moment)>();
        await Parallel.ForEachAsync(Part(Enumerable.Range(0, Sample.Versions.Length).ToArray(), by: 9), Two, async (index, _) =>
        {
            using var database = Before(up, index);
            var (code, said) = await Victim.RunAsync(up, database.Path, To(up, index), "Never", Sample.Versions[index], 0);
            Assert.True(code == 0, said);
            foreach (var number in Enumerable.Range(1, int.Parse(said.Split('\n')[0])))
            {
                points.Add((index, number, "Change"));
            }
        });
        await AttackAsync(up, Part(points.Order().ToArray(), by: 5));
    }

    [UnixTheory]
    [InlineData(3)]
    public async Task A_deployment_in_one_transaction_that_is_killed_leaves_nothing_and_is_done_by_the_next_run(int span)
    {
        // The tables of the history, which the first deployment makes, have a transaction of their own.
        var shared = Enumerable.Range(2, Sample.Versions.Length - span).Where(index => MayShare(index - 1, span)).ToHashSet();
        var points = Statements(up: true).Where(s => shared.Contains(s.Index))
            .SelectMany(s => Around.Select(m => (s.Index, s.Number, Moment: m))).ToArray();
        Assert.NotEmpty(points);
        await Parallel.ForEachAsync(Part(points, by: 17), Two, async (point, _) =>
        {
            var (first, to) = (point.Index - 1, Sample.Versions[point.Index + span - 2]);
            using var clean = Before(true, first);
            await Commands.UpAsync(clean.Settings, to, ExitCode.Done, TransactionScope.Deployment);
            using var database = Before(true, first);
            var before = Content.Of(database.Path);

            var (code, said) = await Victim.RunAsync("once", database.Path, to, point.Moment, Sample.Versions[point.Index], point.Number);

            if (WasLeftOut(code, up: true, point.Index, point.Number))
            {
                return;
            }

            Assert.True(code == Victim.Killed, $"It was not killed, but ended with {code}: {said}");
            Assert.Equal(before, Content.Of(database.Path));
            await Commands.UpAsync(database.Settings, to, ExitCode.Done, TransactionScope.Deployment);
            Assert.Equal(Content.Of(clean.Path), Content.Of(database.Path));
            await HistoryCheck.AgreesAsync(database, Sample.Versions[..(point.Index + span - 1)]);
        });
    }

    [UnixTheory]
    [InlineData(3)]
    public async Task A_failed_deployment_that_is_killed_while_it_is_undone_is_undone_by_a_rollback(int span)
    {
        var obstacles = Enumerable.Range(span + 1, Sample.Versions.Length - span - 1).Where(index => Made(index) is not null).ToHashSet();
        var points = Statements(up: false)
            .SelectMany(s => obstacles.Where(o => s.Index < o && s.Index >= o - span).Select(o => (Obstacle: o, s.Index, s.Number)))
            .SelectMany(s => Around.Select(m => (s.Obstacle, s.Index, s.Number, Moment: m))).ToArray();
        Assert.NotEmpty(points);
        await Parallel.ForEachAsync(Part(points, by: 23), Two, async (point, _) =>
        {
            var to = Sample.Versions[point.Obstacle];
            using var clean = Blocked(point.Obstacle, span);
            await Commands.UpAsync(clean.Settings, to, ExitCode.RolledBack);
            using var database = Blocked(point.Obstacle, span);

            var (code, said) = await Victim.RunAsync("fails", database.Path, to, point.Moment, Sample.Versions[point.Index], point.Number);

            if (code == (int)ExitCode.RolledBack && MayBeLeftOut(up: false, point.Index, point.Number))
            {
                return;
            }

            Assert.True(code == Victim.Killed, $"{point}: it was not killed, but ended with {code}: {said}");
            // Another run undoes what it did itself; what the killed one left is there for a rollback.
            await Commands.UpAsync(database.Settings, to, ExitCode.RolledBack);
            await Commands.DownAsync(database.Settings, Sample.Versions[point.Obstacle - span - 1], ExitCode.Done);
            Assert.Equal(Content.Of(clean.Path), Content.Of(database.Path));
            Assert.Equal(Sample.Versions[..(point.Obstacle - span)].Select(v => v.ToString()), database.Versions());
        });
    }

    private Database Blocked(int obstacle, int span)
    {
        var database = Before(true, obstacle - span);
        database.Execute($"CREATE TABLE \"{Made(obstacle)}\" (in_the_way)");
        return database;
    }

    /// <summary>The table that the first statement of a migration makes, which one that is there already lets fail.</summary>
    private static string? Made(int index)
    {
        var entry = Sample.Bundle.Find(Sample.Versions[index])!;
        const string makes = "CREATE TABLE \"";
        // What was built on the answer that there is no such table is refused before anything runs.
        return entry.Assumptions.Count == 0 && Sample.Bundle.Statements(entry, DatabaseKind.Sqlite, Direction.Up) is [{ Kind: StatementKind.Sql, Text: var text }, ..] && text.StartsWith(makes, StringComparison.Ordinal)
            ? text[makes.Length..text.IndexOf('"', makes.Length)]
            : null;
    }

    private bool MayShare(int first, int span)
    {
        using var database = Before(true, first);
        var outcome = Apply.RunAsync(Sample.Bundle, database.Settings, new() { To = Sample.Versions[first + span - 1], AllowBreaking = true, AllowCode = true, Transaction = TransactionScope.Deployment, DryRun = true }, default).GetAwaiter().GetResult();
        return outcome.Code == ExitCode.Done;
    }

    private static ParallelOptions Two => new() { MaxDegreeOfParallelism = 2 };

    private async Task AttackAsync(bool up, (int Index, int Number, string Moment)[] points)
    {
        var began = Stopwatch.GetTimestamp();
        var wrong = new ConcurrentBag<string>();
        var ended = 0;
        await Parallel.ForEachAsync(points, Two, async (point, _) =>
        {
            try
            {
                await TryAsync(up, point.Index, point.Number, point.Moment);
                Interlocked.Increment(ref ended);
            }
            catch (Exception e)
            {
                wrong.Add($"{(up ? "Up" : "Down")} {Sample.Versions[point.Index]}, {point.Moment} {point.Number}: {e.Message}");
            }
        });
        output.WriteLine($"{points.Length} runs killed, {ended} of them ended as a run without a kill, in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
        Assert.Equal(points.Length, ended);
    }

    private async Task TryAsync(bool up, int index, int number, string moment)
    {
        using var database = Before(up, index);
        var to = To(up, index);
        var (code, said) = await Victim.RunAsync(up, database.Path, to, moment, Sample.Versions[index], number);
        Assert.True(code == Victim.Killed || WasLeftOut(code, up, index, number), $"It was not killed, but ended with {code}: {said}");

        _ = up ? (Outcome)await Commands.UpAsync(database.Settings, to, ExitCode.Done) : await Commands.DownAsync(database.Settings, to, ExitCode.Done);

        var applied = up ? index + 1 : index;
        Seed.Write(database.Path, up ? to : 0);
        Assert.Equal(shots.Holds(up, applied), Content.Of(database.Path));
        await HistoryCheck.AgreesAsync(database, Sample.Versions[..applied]);
    }

    // Where a rollback kept nothing, there is nothing that Up brings back, and a Down keeps no table without rows (decision 31).
    private static bool MayBeLeftOut(bool up, int index, int number) =>
        number > 0 && Sample.Bundle.Statements(Sample.Bundle.Find(Sample.Versions[index])!, DatabaseKind.Sqlite, up ? Direction.Up : Direction.Down) is var statements
        && number <= statements.Count && statements[number - 1].Kind == (up ? StatementKind.Restore : StatementKind.Keep);

    private static bool WasLeftOut(int code, bool up, int index, int number) => code == 0 && MayBeLeftOut(up, index, number);

    private static long To(bool up, int index) => up ? Sample.Versions[index] : index == 0 ? 0 : Sample.Versions[index - 1];

    private Database Before(bool up, int index)
    {
        var database = new Database();
        var shot = shots.File(up, up ? index : index + 1);
        if (File.Exists(shot))
        {
            File.Copy(shot, database.Path);
            if (index % 4 == 1)
            {
                database.Execute("PRAGMA journal_mode = WAL");
            }
        }

        return database;
    }

    private static IEnumerable<(int Index, int Number)> Statements(bool up) =>
        from index in Enumerable.Range(0, Sample.Versions.Length)
        let entry = Sample.Bundle.Find(Sample.Versions[index])!
        let statements = Sample.Bundle.Statements(entry, DatabaseKind.Sqlite, up ? Direction.Up : Direction.Down)
        from number in Enumerable.Range(1, statements.Count)
        where statements[number - 1].Kind != StatementKind.Check
        select (index, number);

    // An odd distance meets each of the three moments.
    private static T[] Part<T>(T[] all, int by) => Environment.GetEnvironmentVariable("MIGRATIONS_KILLS") switch
    {
        "all" => all,
        { } text when int.TryParse(text, out var every) => Every(all, every),
        _ => Every(all, by),
    };

    private static T[] Every<T>(T[] all, int by) => [.. all.Where((_, i) => i % by == by / 2)];
}
