using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Building;

/// <summary>The migrations that were released, as they are now: with the hashes that tell whether they do what they did.</summary>
internal static class Shipped
{
    /// <summary>The history, its released migrations with their hashes.</summary>
    public static History Hash(History history, Items<DatabaseTarget> targets, ReleasesFile? releases)
    {
        if (releases is null || releases.Migrations.Count == 0)
        {
            return history;
        }

        var all = new Migration[history.Migrations.Count];
        Parallel.For(0, all.Length, i => all[i] = IsReleased(history.Migrations[i], releases)
            ? history.Migrations[i] with { Hashes = HashReader.Of(history.Migrations[i], [DatabaseKind.Sqlite], targets).Select(h => new DatabaseHash(h.Database, h.Hash)).ToItems() }
            : history.Migrations[i]);
        return history with { Migrations = all.ToItems() };
    }

    /// <summary>The released migrations among those of a history with hashes.</summary>
    public static History In(History history) => new(history.Migrations.Where(m => m.Hashes.Count > 0).ToItems());

    private static bool IsReleased(Migration migration, ReleasesFile releases) => migration.Kind == MigrationKind.Versioned && releases.Find(migration.Version) is not null;
}
