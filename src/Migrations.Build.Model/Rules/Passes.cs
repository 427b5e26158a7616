using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules;

/// <summary>Walks a history on one database and gives what a rule looks at, migration by migration.</summary>
internal static class Passes
{
    /// <summary>A pass for each versioned migration that is not released; without a releases file each migration is a release of its own.</summary>
    public static IEnumerable<Pass> Of(History history, DatabaseTarget target, ReleasesFile? releases)
    {
        var migrations = history.Versioned.Where(m => m.For(target.Kind) is not null).ToArray();
        var earlier = new Trace[migrations.Length];
        var schema = Schema.Empty(target.Kind);
        var nothingNew = NewObjects.None(target.Kind);
        var fresh = nothingNew;
        for (var i = 0; i < migrations.Length; i++)
        {
            var (migration, script) = (migrations[i], migrations[i].For(target.Kind)!);
            var isReleased = releases?.Find(migration.Version) is not null;
            var up = Fold.Trace(schema, script.Up, migration.Touches);
            if (!isReleased)
            {
                yield return new Pass
                {
                    Target = target,
                    Migration = migration,
                    Script = script,
                    Up = up,
                    Down = Fold.Trace(up.After, script.Down, migration.Touches),
                    New = fresh,
                    History = history,
                    Earlier = new ArraySegment<Trace>(earlier, 0, i),
                };
            }

            earlier[i] = up;
            schema = up.After;
            fresh = releases is null ? nothingNew : up.Steps.Aggregate(fresh, (known, step) => known.After(step, migration.Touches, !isReleased));
        }
    }
}
