using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>All rows of a table are deleted.</summary>
public static class EmptyTable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG0204", nameof(EmptyTable))
    {
        Title = "All rows of a table are deleted",
        Message = "All rows of table '{0}' are deleted, whatever they are by then. "
            + "What users entered goes with the rest, and the application works on without it. "
            + "Delete by a condition that names the rows, or say with '[Accept]' why none is missed.",
        Severity = Severity.Warning,
        Check = Check,
    };

    // A table that goes as a whole is another rule's matter.
    private static IEnumerable<Finding> Check(Pass pass) =>
        from deleted in Written.In<DeletesRows>(pass)
        where deleted.Effect.AllRows
            && pass.MayHaveRows(deleted.Step, deleted.Effect.Table)
            && Written.IsOlder(pass, deleted.Step, deleted.Effect.Table)
            && pass.Up.After.Tables.Find(deleted.Effect.Table) is not null
        select pass.Find(Rule.Id, deleted.Step, pass.Dialect.Resolve(deleted.Effect.Table).ToString());
}
