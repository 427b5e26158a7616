using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Compatibility;

/// <summary>A table in use gets another name.</summary>
public static class RenameTable
{
    /// <summary>The rule: the name before and after.</summary>
    public static Rule Rule { get; } = new("MIG0501", nameof(RenameTable))
    {
        Title = "A table in use gets another name",
        Message = "Table '{0}' is renamed to '{1}'. "
            + "Every query of the release before, which still runs during a rollout, fails at once. "
            + "Leave a view with the old name until the release after, or say with '[Accept]' that nothing else runs.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from renamed in pass.UpChanges<Operation>()
        let names = Names(renamed.Operation)
        where names is not null
        let before = pass.Before.Tables.Find(names.Value.From)
        where before is not null
            && renamed.Change.Before.Tables.Find(before.Name) is not null
            && renamed.Change.After.Tables.Find(before.Name) is null
            && !IsThere(pass.Up.After, before.Name)
            && pass.MayHaveRows(renamed.Change.Step, before.Name)
        select pass.Find(Rule.Id, renamed.Change.Step, before.Name.ToString(), pass.Dialect.Resolve(names.Value.To).ToString());

    private static (TableName From, TableName To)? Names(Operation operation) => operation switch
    {
        Operations.RenameTable o => (o.Table, o.Table with { Name = o.NewName }),
        MoveTable o => (o.Table, o.Table with { Schema = o.ToSchema }),
        _ => null,
    };

    // A view or another table under the old name serves who asks for it.
    private static bool IsThere(Schema schema, TableName name) => schema.Tables.Find(name) is not null || schema.Views.Find(name) is not null;
}
