using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Compatibility;

/// <summary>A column in use gets another name.</summary>
public static class RenameColumn
{
    /// <summary>The rule: the column, and its new name.</summary>
    public static Rule Rule { get; } = new("MIG0502", nameof(RenameColumn))
    {
        Title = "A column in use gets another name",
        Message = "Column '{0}' is renamed to '{1}'. "
            + "Every query of the release before that names it, which still runs during a rollout, fails at once. "
            + "Add the new column and fill both for a release, then drop the old one, or say with '[Accept]' that nothing else runs.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from renamed in pass.UpChanges<Operations.RenameColumn>()
        let operation = renamed.Operation
        let column = renamed.Change.Before.Tables.Find(operation.Table)?.FindColumn(operation.Column, pass.Dialect)
        where column is not null
            && !pass.Dialect.Names.Equals(column.Name, operation.NewName)
            && pass.Up.After.Tables.Find(operation.Table)?.FindColumn(column.Name, pass.Dialect) is null
            && !IsNewName(pass, renamed.Change, column.Name)
            && pass.MayHaveValues(renamed.Change.Step, operation.Table, column.Name)
        select pass.Find(Rule.Id, renamed.Change.Step, Words.Of(operation.Table, column.Name), operation.NewName);

    // A name that only a step before gave is nobody's yet.
    private static bool IsNewName(Pass pass, Change change, string name) => pass.UpChanges<Operations.RenameColumn>()
        .TakeWhile(c => !ReferenceEquals(c.Change, change))
        .Any(c => pass.Dialect.Same(c.Operation.Table, ((Operations.RenameColumn)change.Operation).Table) && pass.Dialect.Names.Equals(c.Operation.NewName, name));
}
