using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A released migration that does something else than it did, and where.</summary>
/// <param name="SameSource">Whether the file of the class is as it was; null where that is not known of both.</param>
internal sealed record ReleasedChange(Migration Migration, ReleasedMigration Released, Items<DatabaseKind> Databases, bool? SameSource)
{
    /// <summary>The changes; a database for which one of the two hashes is not known is not compared.</summary>
    public static IEnumerable<ReleasedChange> Of(HistoryPass pass) =>
        from migration in pass.Outline.Versioned
        let released = pass.Releases?.Find(migration.Version)
        where released is not null && migration.Hashes.Count > 0
        let changed = (from hash in migration.Hashes
                       from old in released.Hashes
                       where old.Database == hash.Database && old.Hash != hash.Hash && Canonical.SemanticHash.AreComparable(old.Hash, hash.Hash) && pass.Targets.Any(t => t.Kind == hash.Database)
                       select hash.Database).ToItems()
        where changed.Count > 0
        select new ReleasedChange(migration, released, changed, released.Source is null || migration.SourceHash is null ? null : released.Source == migration.SourceHash);

    /// <summary>The finding of a rule about it.</summary>
    public Finding Find(string rule) => new(rule, Items.Of(Migration.Class, Released.Release))
    {
        Version = Migration.Version,
        Class = Migration.Class,
        Place = Migration.Place,
        Databases = Databases,
    };
}
