using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>Times several ways of doing one thing, in turns, so that a busy minute hits all of them.</summary>
internal static class Measure
{
    public static IReadOnlyList<Times> InTurns(int rounds, params (string Name, Action Act)[] ways)
    {
        var times = ways.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var watch = Stopwatch.StartNew();
                ways[way].Act();
                times[way].Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return [.. ways.Select((w, i) => new Times(w.Name, times[i]))];
    }

    public static void Print(string what, Times ours, Times baseline, double limit)
    {
        var ratio = ours.Median / baseline.Median;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(ratio <= limit ? "met   " : "MISSED")} {what}: {ratio:0.00} x (limit {limit:0.00})"));
        Console.WriteLine("         " + ours);
        Console.WriteLine("         " + baseline);
    }
}

/// <summary>The times of one way, in milliseconds.</summary>
internal sealed record Times(string Name, List<double> All)
{
    public double Median => MedianOf(All);

    /// <summary>How much longer than another way: the median of the differences of each round, so that what slows a whole round down does not count.</summary>
    public double Over(Times other) => MedianOf([.. All.Zip(other.All, (a, b) => a - b)]);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: median {Median:0} ms ({All.Min():0} to {All.Max():0}, {All.Count} runs)");

    private static double MedianOf(List<double> all) => all.Order().ElementAt(all.Count / 2);
}
