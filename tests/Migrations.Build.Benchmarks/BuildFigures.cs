namespace Migrations.Build.Benchmarks;

/// <summary>What the toolchain adds to a build.</summary>
internal sealed class BuildFigures(MadeProject project, MadeProject off)
{
    public void Print()
    {
        // A project of its own: a build that is switched off clears away what a build before it made.
        off.Restore();
        off.Build();
        var same = Measure.InTurns(
            11,
            ("unchanged build", () => project.Build()),
            ("unchanged build, MigrationsEnabled=false", () => off.Build()));
        Measure.Print($"dotnet build again, nothing changed, {project.Count} migrations", same[0], same[1], 1.05);

        var round = 0;
        var builder = project.Builder();
        var request = Path.Combine(Path.GetDirectoryName(project.Request)!, "bench.rsp");
        File.WriteAllLines(request, File.ReadAllLines(project.Request).Select(l => l.StartsWith("verify=", StringComparison.Ordinal) ? "verify=false" : l));
        var changed = Measure.InTurns(
            5,
            ("builder: read, render 4 databases up and down, write", () => Program.Run("dotnet", project.Folder, "exec", builder, "@" + request)),
            ("changed build", () =>
            {
                project.Edit(++round);
                project.Build();
            }));
        Measure.Print($"the builder's share of a changed build, {project.Count} migrations", changed[0], changed[1], 0.20);

        // The SDK's own analyzers are in neither.
        const string Alone = "-p:EnableNETAnalyzers=false";
        var analyzed = Measure.InTurns(
            5,
            ("changed build with all rules", () => Change(project, ref round, Alone)),
            ("changed build, RunAnalyzers=false", () => Change(project, ref round, Alone, "-p:RunAnalyzers=false")));
        Measure.Print($"a changed build with all rules, {project.Count} migrations, against one without analyzers", analyzed[0], analyzed[1], 1.15);

        var size = new FileInfo(project.Bundle).Length;
        Measure.Say(size <= 2_000_000, $"bundle of {project.Count} migrations: {size / 1e6:0.00} MB (limit 2.00 MB)");
    }

    private static void Change(MadeProject project, ref int round, params string[] arguments)
    {
        project.Edit(++round);
        project.Build(arguments);
    }
}
