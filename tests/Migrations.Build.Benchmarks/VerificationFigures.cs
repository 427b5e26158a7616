using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>What one more migration costs, after few and after many.</summary>
internal sealed class VerificationFigures(MadeProject many, MadeProject few)
{
    public void Print()
    {
        few.Restore();
        few.Build();
        many.Build();
        var (next, small) = (many.Count, few.Count);
        var verify = Measure.InTurns(
            5,
            ($"one more after {many.Count}", () => Add(many, next++)),
            ($"the same build without verification, {many.Count}", () => Add(many, next++, "-p:MigrationsVerify=false")),
            ($"one more after {few.Count}", () => Add(few, small++)),
            ($"the same build without verification, {few.Count}", () => Add(few, small++, "-p:MigrationsVerify=false")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"       one more migration verified: {verify[0].Median - verify[1].Median:0} ms after {many.Count}, {verify[2].Median - verify[3].Median:0} ms after {few.Count} (limits: 1000 ms, and 1.5 x)"));
        foreach (var times in verify)
        {
            Console.WriteLine("         " + times);
        }
    }

    private static void Add(MadeProject project, int number, params string[] arguments)
    {
        project.Append(number);
        project.Build(arguments);
    }
}
