using Migrations.Build.Attack.Tests.Flushing;

namespace Migrations.Build.Benchmarks;

/// <summary>What it costs to apply migrations to a new SQLite file: time, memory, and waits for the disk. Whole processes, each on a file of its own.</summary>
internal sealed class ApplyFigures(string root, Programs programs, MadeProject many, MadeProject hundred, MadeProject few)
{
    private int _files;

    public void Print()
    {
        foreach (var project in new[] { many, hundred, few })
        {
            project.Restore();
            project.Build();
        }

        var small = Measure.InTurns(
            9,
            ($"migrations apply, {hundred.Count}", () => Program.Run(programs.Ours(hundred, Fresh()))),
            ("FluentMigrator console runner", () => Program.Run(programs.Theirs(hundred, Fresh()))));
        Measure.Print($"apply {hundred.Count} against FluentMigrator", small[0], small[1], 0.6);

        programs.Plain(many, "");
        programs.Journaled(many, "");
        var large = Measure.InTurns(
            5,
            ($"migrations apply, {many.Count}, with its journal", () => Program.Run(programs.Ours(many, Fresh()))),
            ("FluentMigrator console runner", () => Program.Run(programs.Theirs(many, Fresh()))),
            ("the same statements and transactions by plain ADO.NET, the journal's included", () => Program.Run(programs.Journaled(many, Fresh()))),
            ("the same by plain ADO.NET without any journal", () => Program.Run(programs.Plain(many, Fresh()))));
        Measure.Print($"apply {many.Count} against FluentMigrator", large[0], large[1], 0.85);
        Measure.Print($"apply {many.Count} against plain ADO.NET, journal included", large[0], large[2], 1.3);
        Console.WriteLine(FormattableString.Invariant($"       without any journal, plain ADO.NET takes {large[3].Median / large[2].Median:0.00} x of that"));
        PrintMemory();
        PrintFlushes();
    }

    private void PrintMemory()
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            ours.Add(Program.Peak(programs.Ours(many, Fresh())) / 1e6);
            theirs.Add(Program.Peak(programs.Theirs(many, Fresh())) / 1e6);
        }

        Measure.Print($"peak memory of applying {many.Count} against FluentMigrator", new("migrations apply", ours, "MB"), new("FluentMigrator console runner", theirs, "MB"), 1);
    }

    private void PrintFlushes()
    {
        if (!Flushes.CanCount)
        {
            Console.WriteLine("skipped flushes: there is no strace here, or it may not trace");
            return;
        }

        var (least, most) = (Count(few), Count(hundred));
        var each = (most - least) / (double)(hundred.Count - few.Count);
        Measure.Say(each <= 5, $"flushes for each migration: {each:0.0} (limit 5); {least} for {few.Count} migrations, {most} for {hundred.Count}");
        var all = Count(hundred, "--transaction", "deployment");
        Measure.Say(all <= 10, $"flushes for {hundred.Count} migrations in one transaction: {all} (limit 10)");
    }

    private int Count(MadeProject project, params string[] more) => Flushes.Of(programs.Ours(project, Fresh(), more), Path.Combine(root, "trace"));

    private string Fresh() => Path.Combine(root, $"applied-{++_files}.db");
}
