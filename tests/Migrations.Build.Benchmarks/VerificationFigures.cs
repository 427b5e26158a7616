namespace Migrations.Build.Benchmarks;

/// <summary>What it costs to verify one more migration, after few and after many.</summary>
internal sealed class VerificationFigures(MadeProject many, MadeProject manyUnverified, MadeProject few, MadeProject fewUnverified)
{
    private const double Longest = 1000;
    private const double Growth = 1.5;

    public void Print()
    {
        few.Restore();
        manyUnverified.Restore();
        fewUnverified.Restore();
        foreach (var project in new[] { many, manyUnverified, few, fewUnverified })
        {
            project.Build();
        }

        // Twins of their own: a build without verification would leave its migration to the next build with it.
        var (next, small) = (many.Count, few.Count);
        var times = Measure.InTurns(
            7,
            ($"one more after {many.Count}", () => Add(many, next)),
            ($"the same build without verification, {many.Count}", () => Add(manyUnverified, next++)),
            ($"one more after {few.Count}", () => Add(few, small)),
            ($"the same build without verification, {few.Count}", () => Add(fewUnverified, small++)));
        var (after, before) = (times[0].Median - times[1].Median, times[2].Median - times[3].Median);
        Measure.Say(after <= Longest, $"one more migration verified after {many.Count}: {after:0} ms (limit {Longest:0} ms)");
        Measure.Say(after <= Growth * before, $"one more migration verified after {many.Count} against after {few.Count}: {after / before:0.00} x (limit {Growth:0.00}), {after:0} ms and {before:0} ms");
        foreach (var one in times)
        {
            Console.WriteLine("         " + one);
        }
    }

    private static void Add(MadeProject project, int number)
    {
        project.Append(number);
        project.Build();
    }
}
