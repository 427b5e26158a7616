using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>Looks before the first statement whether the data that is to be restored is still there.</summary>
internal static class KeptObjections
{
    /// <summary>The migrations, without the statements that restore what is gone, and what speaks against undoing them so.</summary>
    public static async Task<(IReadOnlyList<Undo> Undos, IReadOnlyList<Verdict> Objections)> ToAsync(IReadOnlyList<Undo> undos, KeptRegistry registry, bool allowDataLoss, CancellationToken cancel)
    {
        if (!undos.Any(u => u.Down.Any(s => s.Kind == StatementKind.Restore)))
        {
            return (undos, []);
        }

        var known = await registry.ReadAsync(cancel).ConfigureAwait(false);
        var (checkedUndos, objections) = (new List<Undo>(), new List<Verdict>());
        foreach (var undo in undos)
        {
            var gone = await GoneAsync(undo, registry, cancel).ConfigureAwait(false);
            checkedUndos.Add(gone.Count == 0 ? undo : undo with { Skip = Restoring(undo, gone) });
            objections.AddRange(gone.Select(name => allowDataLoss ? null : Objection(undo, name, known)).OfType<Verdict>());
        }

        return (checkedUndos, objections);
    }

    private static async Task<List<string>> GoneAsync(Undo undo, KeptRegistry registry, CancellationToken cancel)
    {
        var gone = new List<string>();
        foreach (var name in undo.Down.Where(s => s.Kind == StatementKind.Restore).SelectMany(s => KeptNames.In(s.Text)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!await registry.ExistsAsync(name, cancel).ConfigureAwait(false))
            {
                gone.Add(name);
            }
        }

        return gone;
    }

    private static HashSet<int> Restoring(Undo undo, List<string> gone) => undo.Down
        .Select((s, i) => (Statement: s, Number: i + 1))
        .Where(s => s.Statement.Kind == StatementKind.Restore && KeptNames.In(s.Statement.Text).Intersect(gone, StringComparer.OrdinalIgnoreCase).Any())
        .Select(s => s.Number)
        .ToHashSet();

    // Where no row was kept, none is missed.
    private static Verdict? Objection(Undo undo, string name, IReadOnlyList<KeptTable> known)
    {
        var last = known.LastOrDefault(k => string.Equals(k.MadeAs, name, StringComparison.OrdinalIgnoreCase) && k.Version == undo.Applied.Version);
        if (last is { State: KeptState.Purged or KeptState.Kept or KeptState.NotKept, Rows: 0 })
        {
            return null;
        }

        var source = undo.Migration?.Keeps.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.OrdinalIgnoreCase))?.Table ?? last?.Table ?? name;
        return new(ExitCode.Refused, KeptDataGone.Rule.Says(undo.Applied.Version, undo.Class, source, last switch
        {
            { State: KeptState.Purged, EndedBy: { } by } => $"{Wording.Rows(last.Rows)} kept in '{name}' were purged on {last.Ended:u} by {by}",
            { State: KeptState.NotKept } => $"{Wording.Rows(last.Rows)} of it {(last.Rows == 1 ? "was" : "were")} not kept when it was applied on {last.At:u}, as '--keep-for 0' asks",
            { State: KeptState.Purged or KeptState.Kept } => $"the table '{name}', which held {Wording.Rows(last.Rows)}, was dropped by hand",
            _ => $"no table '{name}' was made when it was applied, which was not done by this tool",
        }));
    }
}
