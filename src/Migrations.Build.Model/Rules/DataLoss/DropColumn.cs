using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A column that may hold values is dropped.</summary>
public static class DropColumn
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG0202", nameof(DropColumn))
    {
        Title = "A column that may hold values is dropped",
        Message = "Column '{0}' is dropped with its values. "
            + "An application of the release before that still uses it fails at once. "
            + "Stop using it in one release and drop it in a later one, then say so with '[Accept]'.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from step in pass.Up.Steps
        where step.Refusal is null
        from column in Dropped(step, pass)
        where pass.MayHaveValues(step, column.Table, column.Name)
        select pass.Find(Rule.Id, step, Words.Of(column.Table, column.Name));

    private static IEnumerable<(TableName Table, string Name)> Dropped(TracedStep step, Pass pass) => step.Step.Operation switch
    {
        Operations.DropColumn o => step.Before.Tables.Find(o.Table)?.FindColumn(o.Column, pass.Dialect) is { Computed: null } column ? [(o.Table, column.Name)] : [],
        RawSql => Touched.Tables(step.Step.Operation, pass.Target.Kind).SelectMany(t => Gone(step.Before.Tables.Find(t), step.After.Tables.Find(t), pass)),
        _ => [],
    };

    private static IEnumerable<(TableName Table, string Name)> Gone(Table? before, Table? after, Pass pass) =>
        before is null || after is null || ReferenceEquals(before, after) || after.Columns.Count >= before.Columns.Count
            ? []
            : before.Columns.Where(c => c.Computed is null && after.FindColumn(c.Name, pass.Dialect) is null).Select(c => (before.Name, c.Name));
}
