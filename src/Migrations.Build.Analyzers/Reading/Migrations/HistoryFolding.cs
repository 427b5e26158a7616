using Microsoft.CodeAnalysis;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>Puts drafts in the order in which they run, and reads each against the schema that those before it leave.</summary>
internal static class HistoryFolding
{
    /// <summary>The history of all drafts.</summary>
    public static History Fold(IEnumerable<MigrationDraft> drafts, Items<DatabaseTarget> targets)
    {
        var schemas = targets.Select(t => Schema.Empty(t.Kind)).ToArray();
        var migrations = new List<Migration>();
        foreach (var draft in drafts.OrderBy(d => d.Facts.Kind).ThenBy(d => d.Facts.Version).ThenBy(d => d.Facts.FullName, StringComparer.Ordinal))
        {
            var migration = MigrationWriter.Write(draft, targets, Scripts.None, i => schemas[i], (i, up) => After(schemas[i], up, draft));
            for (var i = 0; i < targets.Count && migration.Kind == MigrationKind.Versioned; i++)
            {
                schemas[i] = After(schemas[i], migration.For(targets[i].Kind)!.Up, draft);
            }

            migrations.Add(migration);
        }

        return new(migrations.ToItems());
    }

    private static Schema After(Schema schema, Items<Step> up, MigrationDraft draft) => Model.Folding.Fold.Trace(schema, up, draft.Facts.Touches).After;
}
