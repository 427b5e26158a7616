using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Runner.Planning;

/// <summary>What a rollback kept of a migration, and applying it again brings back as far as it fits.</summary>
/// <param name="Kept">What is kept.</param>
public sealed record PlannedReturn(KeptTable Kept)
{
    /// <summary>The name by which the statements of the bundle know it; null where none of them speaks of it, since the migration was edited meanwhile.</summary>
    public string? Name { get; init; }

    /// <summary>What waits for a migration. Where it was edited, what is kept is found by its table and columns.</summary>
    internal static Items<PlannedReturn> Of(IEnumerable<KeptTable> waiting, IEnumerable<KeptData> keeps)
    {
        var (found, open) = (new List<PlannedReturn>(), keeps.Where(k => k.Way == Direction.Down).ToList());
        foreach (var kept in waiting.OrderBy(k => open.Exists(o => Is(o, k)) ? 0 : 1).ThenBy(k => k.Id))
        {
            var said = open.Find(o => Is(o, kept)) ?? open.Find(o => IsLike(o, kept));
            found.Add(new(kept) { Name = said?.Name });
            open.Remove(said!);
        }

        return found.ToItems();
    }

    private static bool Is(KeptData said, KeptTable kept) => Same(said.Name, kept.MadeAs) && Same(said.Table, kept.Table) && said.Columns.Count == kept.Columns.Count && said.Columns.All(c => kept.Columns.Contains(c, StringComparer.OrdinalIgnoreCase));

    // Numbers of rows belong to the table whose rows are kept beside them, which nothing but the name tells.
    private static bool IsLike(KeptData said, KeptTable kept) => Same(said.Table, kept.Table) && !Same(said.Table, KeptNames.Numbers)
        && (said.Columns.Count == 0 ? kept.Columns.Count == 0 : said.Columns.Any(c => kept.Columns.Contains(c, StringComparer.OrdinalIgnoreCase)));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
