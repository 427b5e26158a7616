using Migrations.Build.Builder.Rendering.Databases;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Keeping;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>Renders a migration both ways, with the statements that keep data and bring it back.</summary>
public static class WholeRendering
{
    /// <summary>The statements, and what could not be rendered.</summary>
    /// <param name="target">The database.</param>
    /// <param name="migration">The migration.</param>
    /// <param name="script">What it does there.</param>
    /// <param name="up">Its Up, folded.</param>
    public static (RenderedMigration Statements, IEnumerable<Finding> Findings) Of(DatabaseTarget target, Migration migration, Script script, Trace up)
    {
        var down = Fold.Trace(up.After, script.Down, migration.Touches);
        var keepings = Keeps(target, migration, script, up, down);
        var texts = KeepText.Of(migration.Version, keepings.Keeps);
        var keeping = new SqliteKeeping(texts, down, Engine.For(target).Condition);
        var (there, back) = (Renderer.Render(target, up, keeping.Up), Renderer.Render(target, down, keeping.Down));
        var statements = new RenderedMigration(target.Kind, there.Statements, back.Statements) { Keeps = texts.Select(k => k.Data).ToItems(), KeepsAll = keepings.IsWhole };
        return (statements, there.Findings.Concat(back.Findings));
    }

    // Data is kept where the runner works; a profile or a maintenance migration has no version to keep it under.
    private static Keepings Keeps(DatabaseTarget target, Migration migration, Script script, Trace up, Trace down) =>
        target.Kind == DatabaseKind.Sqlite && migration.Kind == MigrationKind.Versioned
            ? Keepings.Of(up, down, script.DownKind == DownKind.Inferred, migration.Touches)
            : Keepings.None;
}
