using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A table that may have rows is dropped.</summary>
public static class DropTable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG0201", nameof(DropTable))
    {
        Title = "A table that may have rows is dropped",
        Message = "Table '{0}' is dropped with its rows. "
            + "An application of the release before that still uses it fails at once. "
            + "Stop using it in one release and drop it in a later one, then say so with '[Accept]'.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from step in pass.Up.Steps
        where step.Refusal is null
        from table in Dropped(step, pass)
        where pass.MayHaveRows(step, table) && !Rebuild.Of(pass).Any(r => pass.Dialect.Same(r.Old.Name, table))
        select pass.Find(Rule.Id, step, table.ToString());

    private static IEnumerable<TableName> Dropped(TracedStep step, Pass pass) => step.Step.Operation switch
    {
        Operations.DropTable o => step.Before.Tables.Find(o.Table) is { } table ? [table.Name] : [],
        RawSql => Gone(step, pass),
        _ => [],
    };

    // A table that is there again when Up ends was rebuilt or renamed, which is another matter.
    private static IEnumerable<TableName> Gone(TracedStep step, Pass pass) => step.After.Tables.Count >= step.Before.Tables.Count
        ? []
        : step.Before.Tables.Select(t => t.Name).Where(n => step.After.Tables.Find(n) is null && pass.Up.After.Tables.Find(n) is null);
}
