using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A table that a migration makes anew by hand: its rows are copied into a new table, which takes its name.</summary>
/// <param name="Copy">The step that copies the rows.</param>
/// <param name="Old">The table before the migration.</param>
/// <param name="New">The table after it.</param>
internal sealed record Rebuild(TracedStep Copy, Table Old, Table New)
{
    /// <summary>The rebuilds of a migration's Up.</summary>
    public static IEnumerable<Rebuild> Of(Pass pass)
    {
        var (steps, names) = (pass.Up.Steps, new Renaming(pass.Up.Steps, pass.Dialect));
        return from at in Enumerable.Range(0, steps.Count)
               where steps[at].Refusal is null && steps[at].Step.Operation is RawSql
               let effects = SqlEffects.Read(((RawSql)steps[at].Step.Operation).Text, pass.Target.Kind)
               from read in effects.OfType<ReadsTable>()
               let old = names.Back(new(read.Table), at) is { } then ? pass.Before.Tables.Find(then.Table) : null
               where old is not null
               from filled in effects.OfType<InsertsRows>()
               where names.Back(new(filled.Table), at) is null || pass.Before.Tables.Find(filled.Table) is null
               let made = names.Forth(new(filled.Table), at, steps.Count) is { } now ? pass.Up.After.Tables.Find(now.Table) : null
               where made is not null && pass.Dialect.Same(made.Name, old.Name)
               select new Rebuild(steps[at], old, made);
    }

    /// <summary>What the old table had and the new one lacks, each with its kind; what came in another form is not meant.</summary>
    public IReadOnlyList<Difference> Lost(Pass pass)
    {
        var differences = Compare.Schemas(pass.Before, pass.Up.After).Where(IsPart).ToArray();
        var lost = differences.Where(d => d.Kind == DifferenceKind.Missing && !differences.Any(o => o.Kind == DifferenceKind.Extra && o.Subject == d.Subject))
            .Concat(Old.Columns.Where(c => c.Default is not null && New.FindColumn(c.Name, pass.Dialect) is { Default: null }).Select(c => new Difference(DifferenceKind.Missing, "default", Words.Of(Old.Name, c.Name), null, null)))
            .Concat(pass.Before.Triggers.Where(t => t.Table is { } watched && pass.Dialect.Same(watched, Old.Name) && pass.Up.After.Triggers.Find(t.Name) is null)
                .Select(t => new Difference(DifferenceKind.Missing, "trigger", Old.Name + "." + t.Name.Name, null, null)))
            .ToArray();

        // What only a rebuild can take away, and is all that is gone, is what it was for.
        return lost.Length == 1 && differences.Length <= 1 && lost[0].Subject is "check" or "foreign key" or "unique constraint" or "primary key" or "default" ? [] : lost;
    }

    private bool IsPart(Difference difference) =>
        difference.Kind != DifferenceKind.Reordered && difference.Subject != "trigger" && difference.Name.StartsWith(Old.Name + ".", StringComparison.Ordinal);
}
