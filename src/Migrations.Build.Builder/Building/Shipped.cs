using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Building;

/// <summary>The migrations that were released, as they are now: with the hashes that tell whether they do what they did.</summary>
internal static class Shipped
{
    /// <summary>The statements, those of released migrations with their hashes.</summary>
    public static RenderedHistory Hash(RenderedHistory rendered, History history, Items<DatabaseTarget> targets, ReleasesFile? releases)
    {
        if (releases is null || releases.Migrations.Count == 0)
        {
            return rendered;
        }

        var all = new Items<RenderedMigration>[rendered.Migrations.Count];
        Parallel.For(0, all.Length, i => all[i] = IsReleased(history.Migrations[i], releases)
            ? rendered.Migrations[i].Select(r => r with { Hash = RenderedHash.Of(history.Migrations[i], r, targets) }).ToItems()
            : rendered.Migrations[i]);
        return rendered with { Migrations = all.ToItems() };
    }

    /// <summary>The released migrations among those of a history, with their hashes.</summary>
    public static History In(History history, RenderedHistory rendered, ReleasesFile? releases) => new(history.Migrations
        .Select((m, i) => releases is not null && IsReleased(m, releases) ? m with { Hashes = Hashes(rendered.Migrations[i]) } : null)
        .OfType<Migration>()
        .ToItems());

    private static bool IsReleased(Migration migration, ReleasesFile releases) => migration.Kind == MigrationKind.Versioned && releases.Find(migration.Version) is not null;

    private static Items<DatabaseHash> Hashes(Items<RenderedMigration> rendered) =>
        rendered.Where(r => r.Hash is not null).Select(r => new DatabaseHash(r.Database, r.Hash!)).ToItems();
}
