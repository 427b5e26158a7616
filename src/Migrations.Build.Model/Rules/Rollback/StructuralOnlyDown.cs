using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down brings the shape of something back, and only the runner brings back what was in it.</summary>
public static class StructuralOnlyDown
{
    /// <summary>The rule: the kind of object, its name, and what was in it.</summary>
    public static Rule Rule { get; } = new("MIG0109", nameof(StructuralOnlyDown))
    {
        Title = "Down brings back a shape without what was in it",
        Message = "Down makes {0} '{1}' again, without the {2} that Up drops. "
            + "They come back only where 'migrations rollback' undoes what 'migrations apply' did, since that keeps them. "
            + "Do not undo this migration with anything else.",
        Severity = Severity.Info,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => pass.UpFits && pass.Down.Steps.All(s => s.Refusal is null) ? Tables(pass).Concat(Columns(pass)) : [];

    private static IEnumerable<Finding> Tables(Pass pass) =>
        from dropped in pass.UpChanges<Operations.DropTable>()
        let table = dropped.Operation.Table
        where pass.Before.Tables.Find(table) is not null
            && pass.Up.After.Tables.Find(table) is null
            && pass.Down.After.Tables.Find(table) is not null
            && pass.MayHaveRows(dropped.Change.Step, table)
            && !IsFilled(pass, table)
        select pass.FindInDown(Rule.Id, null, "table", pass.Dialect.Resolve(table).ToString(), "rows");

    private static IEnumerable<Finding> Columns(Pass pass) =>
        from dropped in pass.UpChanges<Operations.DropColumn>()
        let table = dropped.Operation.Table
        let column = pass.Before.Tables.Find(table)?.FindColumn(dropped.Operation.Column, pass.Dialect)
        where column is { Computed: null }
            && pass.Up.After.Tables.Find(table) is { } left
            && left.FindColumn(column.Name, pass.Dialect) is null
            && pass.Down.After.Tables.Find(table)?.FindColumn(column.Name, pass.Dialect) is not null
            && pass.MayHaveValues(dropped.Change.Step, table, column.Name)
            && !IsFilled(pass, table)
        select pass.FindInDown(Rule.Id, null, "column", Words.Of(pass.Dialect.Resolve(table), column.Name), "values");

    // A Down that writes rows there says itself where they come from.
    private static bool IsFilled(Pass pass, TableName table) => pass.Down.Steps.Any(s =>
        (s.Step.Operation is InsertRows or UpdateRows or RawSql && Touched.Tables(s.Step.Operation, pass.Target.Kind).Any(t => pass.Dialect.Same(t, table)) && Writes(s.Step.Operation, pass))
        || OpaqueReach.OfRows(s, pass.Migration.Touches).Includes(table, pass.Dialect));

    private static bool Writes(Operation operation, Pass pass) =>
        operation is not RawSql || Written.Of(operation, pass.Target.Kind).Any(e => e is Sql.Effects.InsertsRows or Sql.Effects.UpdatesRows);
}
