using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>Times several ways of doing one thing, in turns, so that a busy minute hits all of them.</summary>
internal static class Measure
{
    public static IReadOnlyList<Times> InTurns(int rounds, params (string Name, Action Act)[] ways) =>
        Parts(rounds, [.. ways.Select(w => (new[] { w.Name }, (Func<TimeSpan[]>)(() => [Of(w.Act)])))]);

    /// <summary>Ways that time parts of themselves, and prepare what is not timed.</summary>
    public static IReadOnlyList<Times> Parts(int rounds, params (string[] Names, Func<TimeSpan[]> Act)[] ways)
    {
        var times = ways.Select(w => w.Names.Select(n => new Times(n, [])).ToArray()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                foreach (var (all, took) in times[way].Zip(ways[way].Act()))
                {
                    all.All.Add(took.TotalMilliseconds);
                }
            }
        }

        return [.. times.SelectMany(t => t)];
    }

    public static TimeSpan Of(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed;
    }

    public static void Print(string what, Times ours, Times baseline, double limit)
    {
        var ratio = ours.Median / baseline.Median;
        Say(ratio <= limit, $"{what}: {ratio:0.00} x (limit {limit:0.00})");
        Console.WriteLine("         " + ours);
        Console.WriteLine("         " + baseline);
    }

    public static void Say(bool isMet, FormattableString what) => Console.WriteLine((isMet ? "met    " : "MISSED ") + what.ToString(CultureInfo.InvariantCulture));
}

/// <summary>What one way took, run by run.</summary>
internal sealed record Times(string Name, List<double> All, string Unit = "ms")
{
    public double Median => All.Order().ElementAt(All.Count / 2);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: median {Median:0} {Unit} ({All.Min():0} to {All.Max():0}, {All.Count} runs)");
}
