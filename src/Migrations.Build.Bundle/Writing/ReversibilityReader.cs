using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Judges what a rollback of each migration brings back: the worst of what holds on any target database.</summary>
internal static class ReversibilityReader
{
    /// <summary>The judgement of each migration on each target database, in the history's order.</summary>
    public static IReadOnlyList<Items<ReversibilityOnDatabase>> Of(BundleSource source)
    {
        var judged = source.History.Migrations.Select(_ => new List<ReversibilityOnDatabase>()).ToArray();
        foreach (var target in source.Targets)
        {
            var schema = Schema.Empty(target.Kind);
            for (var i = 0; i < judged.Length; i++)
            {
                if (source.History.Migrations[i].For(target.Kind) is not { } script)
                {
                    continue;
                }
                var trace = Fold.Trace(schema, script.Up, source.History.Migrations[i].Touches);
                var read = Of(source.History.Migrations[i], script, trace, source.Rendered[i].FirstOrDefault(r => r.Database == target.Kind));
                judged[i].Add(new(target.Kind, DoesNothing(script) ? read : Claim(read, source.Doubts.GetValueOrDefault(source.History.Migrations[i].Version))));
                schema = trace.After;
            }
        }
        return judged.Select(j => j.ToItems()).ToArray();
    }

    private static Reversibility Of(Migration migration, Script script, Trace up, RenderedMigration? rendered) =>
        // Where nothing was done, there is nothing to undo.
        DoesNothing(script) || rendered is { Up.Count: 0 } ? Reversibility.Reversible
        : migration.ForwardOnly is not null || IsForwardOnly(script) || rendered is null or { HasNoDown: true } ? Reversibility.ForwardOnly
        : rendered.DownLoses ? Reversibility.LosesData
        : rendered.KeepsAll ?? !Destruction.In(up) ? rendered.Keeps.Any(k => k.Way == Direction.Up) ? Reversibility.KeepsData : Reversibility.Reversible
        : Reversibility.LosesData;

    // A claim is never better than what was seen.
    private static Reversibility Claim(Reversibility read, RollbackDoubt? doubt) => (read, doubt?.Kind) switch
    {
        (Reversibility.ForwardOnly or Reversibility.LosesData, _) or (_, null) => read,
        (_, DoubtKind.NotProved) => Reversibility.NotProved,
        _ => Reversibility.LosesData,
    };

    private static bool DoesNothing(Script script) => script.Up.Count == 0;

    private static bool IsForwardOnly(Script script) => script.DownKind is DownKind.Throws or DownKind.Unreadable or DownKind.ForwardOnly or DownKind.Irreversible or DownKind.Empty;
}
