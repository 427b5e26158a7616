using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says of each migration what the manifest says of it.</summary>
internal static class EntryWriter
{
    public static Items<MigrationEntry> Entries(BundleSource source)
    {
        var judging = Task.Run(() => ReversibilityReader.Of(source));
        var entries = new MigrationEntry[source.History.Migrations.Count];
        // The hashes are most of the work, and each is of one migration.
        Parallel.For(0, entries.Length, i => entries[i] = Entry(source.History.Migrations[i], source.Rendered[i], source));
        var reversibilities = judging.GetAwaiter().GetResult();
        return entries.Select((entry, i) => entry with
        {
            Reversibility = reversibilities[i].Select(r => r.Reversibility).DefaultIfEmpty().Max(),
            Doubt = DoubtOf(source.Doubts.GetValueOrDefault(entry.Version), reversibilities[i]),
            Reversibilities = reversibilities[i].Select(r => r.Reversibility).Distinct().Count() > 1 ? reversibilities[i] : Items<ReversibilityOnDatabase>.Empty,
            InferredDown = source.History.Migrations[i].Scripts.Any(s => s.DownKind == DownKind.Inferred),
        }).ToItems();
    }

    // Where there is no way back, or nothing to undo, there is nothing to doubt.
    private static RollbackDoubt? DoubtOf(RollbackDoubt? doubt, Items<ReversibilityOnDatabase> claims) =>
        claims.Any(c => c.Reversibility is Reversibility.NotProved or Reversibility.LosesData) ? doubt : null;

    private static MigrationEntry Entry(Migration migration, Items<RenderedMigration> rendered, BundleSource source)
    {
        var hashes = migration.Hashes.Count > 0
            ? migration.Hashes.Select(h => new HashOnDatabase(h.Database, h.Hash)).ToItems()
            : HashReader.Of(migration, rendered.Select(r => r.Database), source.Targets);
        var targets = source.Targets.Select(t => t.Kind).ToHashSet();
        return new(migration.Version, migration.Class)
        {
            FullName = migration.FullName,
            Description = migration.Description,
            Kind = migration.Kind,
            Occasion = migration.Occasion,
            Tags = migration.Tags,
            AnyTag = migration.AnyTag,
            Transaction = migration.Transaction,
            BreakingChange = migration.BreakingChange,
            Rationale = migration.Rationale,
            ForwardOnly = migration.ForwardOnly,
            // What SQLite's statements for verification are is no part of what a migration means elsewhere.
            Hash = SemanticHash.Combine(hashes.Where(h => targets.Contains(h.Database)).Select(h => h.Hash)),
            Hashes = hashes,
            NotRendered = source.Targets.Select(t => t.Kind).Where(d => rendered.All(r => r.Database != d)).ToItems(),
            Problems = source.Problems.GetValueOrDefault(migration.Version) ?? Items<KnownProblem>.Empty,
            Tables = Tables(migration),
            Expectations = migration.Expectations,
            Acceptances = migration.Acceptances,
            Assumptions = Assumptions(migration),
            Keeps = rendered.SelectMany(r => r.Keeps).ToItems(),
            CodeSteps = CodeSteps(migration, source.CodeFiles),
        };
    }

    private static Items<string> Tables(Migration migration) =>
        migration.Scripts
            .SelectMany(s => s.Databases.SelectMany(d => s.Up.Concat(s.Down).SelectMany(step => Touched.Tables(step.Operation, d))))
            .Select(t => t.ToString())
            .Concat(migration.Touches.Select(t => Declaration.Of(t)[0].Table.ToString()))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToItems();

    private static Items<DatabaseAssumption> Assumptions(Migration migration) =>
        migration.Scripts.SelectMany(s =>
            s.UpAssumptions.Select(a => new DatabaseAssumption(s.Databases, false, a)).Concat(s.DownAssumptions.Select(a => new DatabaseAssumption(s.Databases, true, a)))).ToItems();

    private static Items<CodeReference> CodeSteps(Migration migration, Items<CodeFile> files) =>
        migration.Scripts
            .SelectMany(s => s.Up.Concat(s.Down))
            .Select(s => s.Operation)
            .OfType<CodeStep>()
            .Select(c => new CodeReference(c.Type, c.Method, c.Assembly, files.FirstOrDefault(f => Holds(f, c)) is { } file ? Digest.Of(file.Bytes) : ""))
            .Distinct()
            .ToItems();

    private static bool Holds(CodeFile file, CodeStep step) =>
        string.Equals(file.Name, step.Assembly, StringComparison.Ordinal) || string.Equals(file.Name, step.Assembly + ".dll", StringComparison.Ordinal);
}
