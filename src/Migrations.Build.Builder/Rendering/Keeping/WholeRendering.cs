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
    /// <param name="renderer">What rendered the migrations before.</param>
    /// <param name="migration">The migration.</param>
    /// <param name="script">What it does on the database.</param>
    /// <param name="up">Its Up, folded.</param>
    public static (RenderedMigration Statements, IEnumerable<Finding> Findings) Of(HistoryRenderer renderer, Migration migration, Script script, Trace up)
    {
        var sqlite = renderer.Target.Kind == DatabaseKind.Sqlite;
        up = sqlite ? OneByOne.Of(up, migration.Touches) : up;
        var down = Fold.Trace(up.After, script.Down, migration.Touches);
        down = sqlite ? OneByOne.Of(down, migration.Touches) : down;
        if (migration.Kind != MigrationKind.Versioned)
        {
            // It has no version to keep anything under.
            return With(renderer.Aside(up, down), Keepings.None, []);
        }

        var keepings = sqlite ? Found(renderer, up, Keepings.Of(up, down, script.DownKind == DownKind.Inferred, migration.Touches)) : Keepings.None;
        var texts = KeepText.Of(migration.Version, keepings.Keeps);
        var keeping = new SqliteKeeping(texts, down, renderer.Condition);
        return With(renderer.Both(up, down, keeping.Up, keeping.Down), keepings, texts);

        (RenderedMigration, IEnumerable<Finding>) With((Rendered Up, Rendered Down) ways, Keepings kept, IEnumerable<KeepText> all) => (
            new(renderer.Target.Kind, ways.Up.Statements, ways.Down.Statements) { Keeps = all.Select(k => k.Data).ToItems(), KeepsAll = kept.IsWhole },
            ways.Up.Findings.Concat(ways.Down.Findings));
    }

    // Rows whose key changes are told apart by their number, which a table WITHOUT ROWID does not have.
    private static Keepings Found(HistoryRenderer renderer, Trace up, Keepings keepings)
    {
        var lost = keepings.Keeps.Where(k => k.From.Key.Count == 0
            && up.Steps[k.Step].Before.Tables.Find(k.From.Table)?.PrimaryKey is not null
            && renderer.Replay?.HasRowNumbers(k.From.Table.Name) == false).ToArray();
        return lost.Length == 0 ? keepings : new(keepings.Keeps.Where(k => !lost.Contains(k)).ToItems(), false);
    }
}
