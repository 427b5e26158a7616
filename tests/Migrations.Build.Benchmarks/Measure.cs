using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>Times several ways of doing one thing, in turns, so that a busy minute hits all of them.</summary>
internal static class Measure
{
    public static IReadOnlyList<Times> InTurns(int rounds, params (string Name, Action Act)[] ways) =>
        Parts(rounds, [.. ways.Select(w => (new[] { w.Name }, (Func<Taken[]>)(() => [Of(w.Act)])))]);

    /// <summary>Ways that time parts of themselves, and prepare what is not timed.</summary>
    public static IReadOnlyList<Times> Parts(int rounds, params (string[] Names, Func<Taken[]> Act)[] ways)
    {
        var times = ways.Select(w => w.Names.Select(n => new Times(n, [])).ToArray()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                foreach (var (all, took) in times[way].Zip(ways[way].Act()))
                {
                    all.All.Add(took.Time.TotalMilliseconds);
                    all.Processor.Add(took.Processor.TotalMilliseconds);
                }
            }
        }

        return [.. times.SelectMany(t => t)];
    }

    public static Taken Of(Action act)
    {
        var began = Taken.Now;
        act();
        return Taken.Now - began;
    }

    public static void Print(string what, Times ours, Times baseline, double limit)
    {
        var ratio = ours.Median / baseline.Median;
        // Where others work on the machine, time is theirs too; what the processors did is not.
        var work = baseline.Work > 0 ? string.Create(CultureInfo.InvariantCulture, $", {ours.Work / baseline.Work:0.00} x by processor time") : "";
        Say(ratio <= limit, $"{what}: {ratio:0.00} x (limit {limit:0.00}){work}");
        Console.WriteLine("         " + ours);
        Console.WriteLine("         " + baseline);
    }

    public static void Say(bool isMet, FormattableString what) => Console.WriteLine((isMet ? "met    " : "MISSED ") + what.ToString(CultureInfo.InvariantCulture));
}

/// <summary>What one way took, run by run.</summary>
internal sealed record Times(string Name, List<double> All, string Unit = "ms")
{
    public List<double> Processor { get; } = [];

    public double Median => Middle(All);

    public double Work => Processor.Count == 0 ? 0 : Middle(Processor);

    /// <summary>How much longer than another way: the median of the differences of each round, so that what slows a whole round down does not count.</summary>
    public double Over(Times other) => Middle([.. All.Zip(other.All, (a, b) => a - b)]);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: median {Median:0} {Unit} ({All.Min():0} to {All.Max():0}, {All.Count} runs){(Work > 0 ? $", processor {Work:0} ms" : "")}");

    private static double Middle(List<double> all) => all.Order().ElementAt(all.Count / 2);
}
