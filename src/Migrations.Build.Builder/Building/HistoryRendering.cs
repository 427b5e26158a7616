using Migrations.Build.Builder.Rendering;
using Migrations.Build.Builder.Rendering.Databases;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Building;

/// <summary>Renders a whole history for every target database, and for SQLite when that is none, to verify on.</summary>
internal static class HistoryRendering
{
    /// <summary>The statements, what could not be rendered, and the schema after the last migration.</summary>
    public static RenderedHistory Render(History history, Items<DatabaseTarget> targets)
    {
        var columns = targets.AsParallel().AsOrdered().Select(t => Column(history, t, t)).ToList();
        var rows = Enumerable.Range(0, history.Migrations.Count).Select(i => columns.Select(c => c.Migrations[i]!).ToList()).ToList();
        if (!targets.Any(t => t.Kind == DatabaseKind.Sqlite))
        {
            AddSqlite(rows, history, targets[0]);
        }

        return new(rows.Select(r => r.ToItems()).ToItems(), columns.Select(c => c.After).ToItems(), columns.SelectMany(c => c.Findings).ToItems());
    }

    // The operations are those of the first target. What SQLite cannot take stays out: verification says that it is not proved.
    private static void AddSqlite(List<List<RenderedMigration>> rows, History history, DatabaseTarget operations)
    {
        var sqlite = new DatabaseTarget(DatabaseKind.Sqlite, Dialect.Of(DatabaseKind.Sqlite).OldestVersion);
        var column = Column(history, sqlite, operations);
        var failed = column.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Version, f.Class)).ToHashSet();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!failed.Contains((history.Migrations[i].Version, history.Migrations[i].Class)))
            {
                rows[i].Add(column.Migrations[i]);
            }
        }
    }

    private static (List<RenderedMigration> Migrations, Schema After, List<Finding> Findings) Column(History history, DatabaseTarget target, DatabaseTarget operations)
    {
        var migrations = new List<RenderedMigration>(history.Migrations.Count);
        var findings = new List<Finding>();
        var engine = Engine.For(target);
        var schema = Schema.Empty(target.Kind);
        foreach (var migration in history.Migrations)
        {
            var script = migration.For(operations.Kind)!;
            var folded = Fold.Trace(schema, script.Up, migration.Touches);
            var up = Renderer.Render(engine, folded);
            var down = Renderer.Render(engine, Fold.Trace(folded.After, script.Down, migration.Touches));
            migrations.Add(new(target.Kind, up.Statements, down.Statements));
            findings.AddRange(up.Findings.Concat(down.Findings).Select(f => f with { Version = migration.Version, Class = migration.Class, Place = f.Place ?? migration.Place }));
            schema = migration.Kind == MigrationKind.Versioned ? folded.After : schema;
        }

        return (migrations, schema, findings);
    }
}
