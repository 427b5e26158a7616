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
    /// <summary>The judgement of each migration, in the history's order.</summary>
    public static IReadOnlyList<Reversibility> Of(History history, Items<DatabaseTarget> targets)
    {
        var judged = history.Migrations.Select(m => m.ForwardOnly is not null || m.Scripts.Any(IsForwardOnly) ? Reversibility.ForwardOnly : Reversibility.Reversible).ToArray();
        foreach (var target in targets)
        {
            var schema = Schema.Empty(target.Kind);
            for (var i = 0; i < judged.Length; i++)
            {
                if (history.Migrations[i].For(target.Kind) is not { } script)
                {
                    continue;
                }
                var trace = Fold.Trace(schema, script.Up, history.Migrations[i].Touches);
                judged[i] = judged[i] == Reversibility.Reversible && Destruction.In(trace) ? Reversibility.LosesData : judged[i];
                schema = trace.After;
            }
        }
        return judged;
    }

    private static bool IsForwardOnly(Script script) => script.DownKind switch
    {
        DownKind.Throws or DownKind.ForwardOnly or DownKind.Irreversible => true,
        DownKind.Empty => script.Up.Count > 0,
        _ => false,
    };
}
