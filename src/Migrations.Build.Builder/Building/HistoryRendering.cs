using Migrations.Build.Builder.Rendering;
using Migrations.Build.Builder.Rendering.Keeping;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Building;

/// <summary>Renders a whole history for every target database, and for SQLite when that is none, to verify on.</summary>
internal static class HistoryRendering
{
    /// <summary>The statements, what could not be rendered, and the schema after the last migration.</summary>
    public static RenderedHistory Render(History history, Items<DatabaseTarget> targets)
    {
        var columns = targets.AsParallel().AsOrdered().Select(t => Column(history, t, t)).ToList();
        var rows = Enumerable.Range(0, history.Migrations.Count).Select(i => columns.Select(c => c.Migrations[i]).OfType<RenderedMigration>().ToList()).ToList();
        if (!targets.Any(t => t.Kind == DatabaseKind.Sqlite))
        {
            AddSqlite(rows, history, targets[0]);
        }

        return new(rows.Select(r => r.ToItems()).ToItems(), columns.Select(c => c.After).ToItems(), Once(columns.SelectMany(c => c.Findings)).ToItems());
    }

    // That a rebuild does what FluentMigrator cannot is worth one line, not one for each step.
    private static IEnumerable<Finding> Once(IEnumerable<Finding> findings)
    {
        var said = false;
        foreach (var finding in findings)
        {
            var rebuild = finding is { Rule: Loss.OnSqlite, Severity: Severity.Info, Values.Count: 1 };
            if (!rebuild || !said)
            {
                yield return finding;
            }

            said |= rebuild;
        }
    }

    // The operations are those of the first target. What SQLite cannot take stays out: verification says that it is not proved.
    private static void AddSqlite(List<List<RenderedMigration>> rows, History history, DatabaseTarget operations)
    {
        var column = Column(history, new(DatabaseKind.Sqlite, Dialect.Of(DatabaseKind.Sqlite).OldestVersion), operations);
        for (var i = 0; i < rows.Count; i++)
        {
            if (column.Migrations[i] is { HasNoDown: false } rendered)
            {
                rows[i].Add(rendered);
            }
        }
    }

    private static (List<RenderedMigration?> Migrations, Schema After, List<Finding> Findings) Column(History history, DatabaseTarget target, DatabaseTarget operations)
    {
        var migrations = new List<RenderedMigration?>(history.Migrations.Count);
        var findings = new List<Finding>();
        var schema = Schema.Empty(target.Kind);
        using var renderer = new HistoryRenderer(target);
        foreach (var migration in history.Migrations)
        {
            var (rendered, after, found) = Render(renderer, migration, migration.For(operations.Kind)!, schema);
            migrations.Add(rendered);
            findings.AddRange(found.Select(f => f with { Version = migration.Version, Class = migration.Class, Place = f.Place ?? migration.Place }));
            schema = migration.Kind == MigrationKind.Versioned ? after : schema;
        }

        return (migrations, schema, findings);
    }

    // What a database would get only in part it does not get at all. Where a migration is new, the finding stops the build.
    private static (RenderedMigration? Rendered, Schema After, IEnumerable<Finding> Findings) Render(HistoryRenderer renderer, Migration migration, Script script, Schema schema)
    {
        try
        {
            var folded = Fold.Trace(schema, script.Up, migration.Touches);
            var (rendered, found) = WholeRendering.Of(renderer, migration, script, folded);
            var findings = found.ToList();
            var lost = findings.Exists(Judgement.IsUnrendered);
            return (rendered.HasNoDown ? rendered with { Down = Items<Statement>.Empty } : lost ? null : rendered, folded.After, findings);
        }
        // A fault of ours must not hide what else is wrong, nor at which migration it happened.
        catch (Exception fault)
        {
            Console.Error.WriteLine(fault);
            return (null, schema, [Failed(renderer.Target.Kind, migration, fault)]);
        }
    }

    private static Finding Failed(DatabaseKind database, Migration migration, Exception fault) =>
        new(LostInRendering.Rule.Id, Items.Of($"Migration '{migration.Class}'", Dialect.Of(database).Name, $"this toolchain fails at it ({Fault.Text(fault)})"))
        {
            Databases = Items.Of(database),
        };
}
