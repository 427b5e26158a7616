using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Identifies what a migration does on each database.</summary>
public static class HashReader
{
    /// <summary>The semantic hash on every target and, where that is none, on SQLite, for which it was rendered to be proved: as the first target that has it.</summary>
    public static Items<HashOnDatabase> Of(Migration migration, IEnumerable<DatabaseKind> rendered, Items<DatabaseTarget> targets)
    {
        var databases = targets.Select(t => t.Kind).Concat(rendered).Distinct().Order();
        var known = new List<(Script Script, string Hash)>();
        return databases.Select(d => new HashOnDatabase(d, Of(migration, ScriptOn(migration, d, targets), known))).ToItems();
    }

    private static Script ScriptOn(Migration migration, DatabaseKind database, Items<DatabaseTarget> targets) => migration.For(database)
        ?? targets.Select(t => migration.For(t.Kind)).FirstOrDefault(s => s is not null)
        ?? new Script(Items<DatabaseKind>.Empty, Items<Step>.Empty, Items<Step>.Empty);

    // What is the same on several databases is hashed once.
    private static string Of(Migration migration, Script script, List<(Script Script, string Hash)> known)
    {
        var at = known.FindIndex(k => ReferenceEquals(k.Script, script));
        if (at < 0)
        {
            at = known.Count;
            known.Add((script, SemanticHash.Of(migration, script)));
        }

        return known[at].Hash;
    }
}
