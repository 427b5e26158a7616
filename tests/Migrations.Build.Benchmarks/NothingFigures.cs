namespace Migrations.Build.Benchmarks;

/// <summary>What it costs to find that there is nothing to do.</summary>
internal sealed class NothingFigures(string root, Programs programs, MadeProject many, MadeProject few)
{
    public void Print()
    {
        few.Restore();
        few.Build();
        var theirs = Path.Combine(root, "nothing-theirs.db");
        Program.Run(Ours(many));
        Program.Run(Ours(few));
        Program.Run(programs.Theirs(many, theirs));
        var times = Measure.InTurns(
            11,
            ($"migrations apply, {many.Count} applied", () => Program.Run(Ours(many))),
            ("FluentMigrator console runner", () => Program.Run(programs.Theirs(many, theirs))),
            ($"migrations apply, {few.Count} applied", () => Program.Run(Ours(few))));
        Measure.Print($"nothing to do, {many.Count} applied, against FluentMigrator", times[0], times[1], 0.6);
        Measure.Print($"nothing to do, {many.Count} applied, against {few.Count} applied", times[0], times[2], 1.3);
    }

    private string[] Ours(MadeProject project) => programs.Ours(project, Path.Combine(project.Folder, "nothing-ours.db"));
}
