using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>What it costs to verify one more migration, after few and after many.</summary>
internal sealed class VerificationFigures(MadeProject many, MadeProject manyUnverified, MadeProject few, MadeProject fewUnverified)
{
    private const double Longest = 1000;
    private const double Growth = 1.5;

    // What is measured is less than the compiler's own differences from build to build: its share is kept small.
    private const string Quiet = "-p:RunAnalyzers=false";

    public void Print()
    {
        few.Restore();
        manyUnverified.Restore();
        fewUnverified.Restore();
        foreach (var project in new[] { many, manyUnverified, few, fewUnverified })
        {
            project.Build(Quiet);
        }

        // Twins of their own: a build without verification would leave its migration to the next build with it.
        var (next, small) = (many.Count, few.Count);
        var times = Measure.InTurns(
            7,
            ($"one more after {many.Count}", () => Add(many, next)),
            ($"the same build without verification, {many.Count}", () => Add(manyUnverified, next++)),
            ($"one more after {few.Count}", () => Add(few, small)),
            ($"the same build without verification, {few.Count}", () => Add(fewUnverified, small++)));
        var (after, before) = (times[0].Over(times[1]), times[2].Over(times[3]));
        // A build that verifies cannot be the faster one: then the machine was too busy to tell.
        var isClear = after > 0 && before > 0;
        Say(isClear, after <= Longest, $"one more migration verified after {many.Count}: {after:0} ms (limit {Longest:0} ms)");
        Say(isClear, after <= Growth * before, $"one more migration verified after {many.Count} against after {few.Count}: {after / before:0.00} x (limit {Growth:0.00}), {after:0} ms and {before:0} ms");
        foreach (var one in times)
        {
            Console.WriteLine("         " + one);
        }
    }

    private static void Say(bool isClear, bool isMet, FormattableString what) =>
        Console.WriteLine((!isClear ? "UNCLEAR " : isMet ? "met    " : "MISSED ") + what.ToString(CultureInfo.InvariantCulture));

    private static void Add(MadeProject project, int number)
    {
        project.Append(number);
        project.Build(Quiet);
    }
}
