using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Identifies what a rendered migration does on its database.</summary>
public static class RenderedHash
{
    /// <summary>The semantic hash; where the database is no target, that of what was rendered for it.</summary>
    public static string Of(Migration migration, RenderedMigration rendered, Items<DatabaseTarget> targets)
    {
        if (rendered.Hash is { } known)
        {
            return known;
        }

        var script = migration.For(rendered.Database)
            ?? targets.Select(t => migration.For(t.Kind)).FirstOrDefault(s => s is not null)
            ?? new Script(Items<DatabaseKind>.Empty, Items<Step>.Empty, Items<Step>.Empty);
        return SemanticHash.Of(migration, script, rendered.Up.Select(s => s.Text), rendered.Down.Select(s => s.Text));
    }
}
