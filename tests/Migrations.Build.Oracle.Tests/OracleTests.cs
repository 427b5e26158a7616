using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Migrations.Build.Oracle.Tests.Making;
using Migrations.Build.Oracle.Tests.Playing;
using Xunit.Abstractions;

namespace Migrations.Build.Oracle.Tests;

/// <summary>
/// Made-up histories, data and edits: what the toolchain claims of a rollback is what happens, and what it refuses has a reason.
/// <c>MIGRATIONS_ORACLE_SEED</c> repeats a run, <c>MIGRATIONS_ORACLE_COUNT</c> says how many, <c>MIGRATIONS_ORACLE_FEATURES=all</c> takes what is known to be wrong as well,
/// <c>all,-Views</c> leaves views out.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    // A share that is the same each time; build/oracle.sh goes on with new ones.
    private const int InTheGate = 1000;
    private const int FirstInTheGate = 20_261_201;

    [Fact]
    public async Task Every_claim_is_true_of_made_up_histories()
    {
        var (first, count) = (Setting("SEED") ?? FirstInTheGate, Setting("COUNT") ?? InTheGate);
        var features = Features.Of(Environment.GetEnvironmentVariable("MIGRATIONS_ORACLE_FEATURES"));
        var (tally, all, clock) = (new Tally(), new ConcurrentBag<Found>(), Stopwatch.StartNew());
        await Parallel.ForAsync(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (seed, _) =>
        {
            if (await Found.OfAsync(seed, features, tally) is { } found)
            {
                all.Add(found);
            }
        });
        Say($"{count} histories from seed {first} in {clock.Elapsed.TotalSeconds:0} s; {tally}");
        var kinds = all.GroupBy(f => f.Failure.Kind).OrderByDescending(k => k.Count()).ToList();
        foreach (var kind in kinds)
        {
            var smallest = kind.OrderBy(f => f.Story.Tell().Length).ThenBy(f => f.Story.Seed).First();
            Say($"== {kind.Count()} x {(await smallest.ShrunkAsync(TimeSpan.FromSeconds(20))).Tell()}");
        }

        Assert.True(kinds.Count == 0, $"{all.Count} of {count} histories show a claim that is not true; one of each kind is told above. MIGRATIONS_ORACLE_SEED=<seed> MIGRATIONS_ORACLE_COUNT=1 repeats one.");
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable("MIGRATIONS_ORACLE_" + name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private void Say(FormattableString text)
    {
        output.WriteLine(FormattableString.Invariant(text));
        if (Environment.GetEnvironmentVariable("MIGRATIONS_ORACLE_LOG") is { } log)
        {
            File.AppendAllText(log, FormattableString.Invariant(text) + "\n");
        }
    }
}
