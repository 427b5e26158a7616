using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

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

        var silent = script.DownKind == DownKind.Inferred;
        var found = sqlite ? Keepings.Of(up, down, silent, migration.Touches) : Keepings.None;
        if (found.Keeps.Any(k => k.Restore is { IsLate: true }))
        {
            down = OneByOne.OfTypes(down, migration.Touches);
            found = Keepings.Of(up, down, silent, migration.Touches);
        }

        var ofUp = sqlite ? Found(renderer, up, found) : found;
        var (insertions, spared) = ofUp.Spared(up, down, silent);
        var noted = insertions.Where(i => !IsHidden(renderer, i)).Select((rows, i) => (rows, KeptData.NoteOf(migration.Version, i + 1))).ToItems();
        var sparing = new SqliteSparing(noted, down);
        ofUp = ofUp with { IsWhole = IsWhole(renderer, up, ofUp) && spared && noted.Count == insertions.Count };
        var ofDown = sqlite ? Found(renderer, down, Keepings.Of(down, up, silent: false, migration.Touches, late: true)) : Keepings.None;
        var texts = KeepText.Of(migration.Version, Direction.Up, ofUp.Keeps).Concat(KeepText.Of(migration.Version, Direction.Down, Spared(ofDown.Keeps))).ToItems();
        var upKeeps = new SqliteKeeping(texts.Where(t => t.Way == Direction.Up).ToItems(), down, renderer.Condition);
        var downKeeps = new SqliteKeeping(texts.Where(t => t.Way == Direction.Down).ToItems(), up, renderer.Condition);
        var ways = renderer.Both(
            up,
            down,
            at => [.. sparing.Notes(at, up.Steps.Count), .. Between(upKeeps, downKeeps, up, at)],
            at => [.. sparing.Spares(at), .. Between(downKeeps, upKeeps, down, at)]);
        // The tables that Down meets are those that Up leaves, which the renderer knows by now.
        return With(ways, ofUp, texts, sqlite && !IsWhole(renderer, down, ofDown));

        (RenderedMigration, IEnumerable<Finding>) With((Rendered Up, Rendered Down) ways, Keepings kept, IEnumerable<KeepText> all, bool loses = false) => (
            new(renderer.Target.Kind, ways.Up.Statements, ways.Down.Statements)
            {
                Keeps = all.Select(k => k.Data).ToItems(),
                KeepsAll = sqlite && migration.Kind == MigrationKind.Versioned ? kept.IsWhole : null,
                DownLoses = loses,
                HasNoDown = IsLost(ways.Down) && !IsLost(ways.Up),
            },
            ways.Up.Findings.Concat(ways.Down.Findings));
    }

    private static bool IsLost(Rendered way) => way.Findings.Any(f => f.Severity == Severity.Error);

    // What the last step left is taken out first; what comes back comes before the next step, which may destroy it again.
    private static IEnumerable<Statement> Between(SqliteKeeping keeps, SqliteKeeping restores, Trace way, int at) =>
        [.. keeps.Trims(at), .. restores.Restores(at), .. keeps.Keeps(at), .. at == way.Steps.Count ? keeps.Notes : []];

    private static Keepings Found(HistoryRenderer renderer, Trace way, Keepings keepings)
    {
        var kept = keepings.Keeps.Where(k => !IsHidden(k) && !HasNoNumber(renderer, way, k)).ToItems();
        return keepings with { Keeps = kept, IsWhole = keepings.IsWhole && kept.Count == keepings.Keeps.Count };
    }

    private static bool IsWhole(HistoryRenderer renderer, Trace way, Keepings keepings) => keepings.IsWhole && !keepings.Keeps.Any(k => MayMiss(renderer, way, k));

    // What a delete passed over stays, and needs no keeping.
    private static Items<Keep> Spared(Items<Keep> keeps) => keeps.Select(k => k.Kind == KeepKind.Rows && k.Where.Count > 0 ? k with { Trims = true } : k).ToItems();

    // Rows that can be told apart neither by a key nor by their number.
    private static bool IsHidden(HistoryRenderer renderer, Insertion rows) => rows.Place.Key.Count == 0
        && (rows.Place.Columns.Any(KeepText.IsOwn) || renderer.Replay?.HasRowNumbers(rows.Place.Table.Name) == false);

    // A column of a name that the kept table needs itself.
    private static bool IsHidden(Keep keep) => keep.From.Key.Concat(keep.From.Columns).Concat(keep.From.Beside).Any(KeepText.IsOwn);

    // Rows without a known key, or whose key changes, are told apart by their number, which a table WITHOUT ROWID does not have.
    private static bool HasNoNumber(HistoryRenderer renderer, Trace up, Keep keep) => keep.From.Key.Count == 0
        && (up.Steps[keep.Step].Before.Tables.Find(keep.From.Table) is { } table && KeptPlace.HidesRowNumber(table)
            || renderer.Replay?.HasRowNumbers(keep.From.Table.Name) == false);

    // A row that is still there is found by its key, which SQLite lets be NULL where nothing forbids it: https://sqlite.org/lang_createtable.html#the_primary_key
    private static bool MayMiss(HistoryRenderer renderer, Trace up, Keep keep) => (keep.Kind == KeepKind.Values || keep.Changes)
        && up.Steps[keep.Step].Before is var schema
        && schema.Tables.Find(keep.From.Table) is { } table
        && keep.From.Key.Any(c => table.FindColumn(c, schema.Dialect)?.Nullable != false)
        && renderer.Replay?.TakesNullKeys(keep.From.Table.Name) == true;
}
