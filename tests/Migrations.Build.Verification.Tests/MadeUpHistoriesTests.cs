using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Verification.Tests;

/// <summary>Made-up histories whose Downs are the inverse of their Ups pass, with every row of before; with a step of a Down taken away they do not.</summary>
public sealed class MadeUpHistoriesTests
{
    [Fact]
    public void A_history_with_inverse_Downs_passes() => MadeUp.ForEach(40, numbers =>
    {
        var history = Make(numbers, (_, inverse) => inverse);
        var findings = history.Verify(new() { Rows = 6 }).Findings.Select(FindingText.Of).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings) + "\nof\n" + Told(history));
    });

    [Fact]
    public void A_history_whose_last_Down_does_nothing_does_not_pass() => MadeUp.ForEach(20, numbers =>
    {
        var history = Make(numbers, (last, inverse) => last ? Items.Of<Operation>(new RawSql("SELECT 1", SqlSource.Statement)) : inverse);
        var told = history.Verify(new() { Rows = 6 }).Findings.Where(f => f.Rule == "MIG9203").Select(f => f.Version);
        Assert.True(told.SequenceEqual([history.Migrations.Count]), string.Join(' ', told) + " of\n" + Told(history));
    });

    private static string Told(MadeHistory history) => string.Join('\n', history.Migrations.Select(m => $"{m.Class}: {string.Join("; ", m.Scripts[0].Up.Select(s => s.Operation))} / {string.Join("; ", m.Scripts[0].Down.Select(s => s.Operation))}"));

    private static MadeHistory Make(Queue<int> numbers, Func<bool, Items<Operation>, Items<Operation>> down)
    {
        var (made, history) = (MadeUp.Operations(numbers), new MadeHistory { AsBuilt = true });
        for (var i = 0; i < made.Count; i++)
        {
            history.Add(Items.Of(made[i].Up), down(i == made.Count - 1, Invert.Operation(made[i].Up, made[i].Before).Operations));
        }

        return history;
    }
}
