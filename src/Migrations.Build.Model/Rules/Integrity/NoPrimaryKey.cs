using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A table is created without a primary key.</summary>
public static class NoPrimaryKey
{
    /// <summary>The rule: the table.</summary>
    public static Rule Rule { get; } = new("MIG0714", nameof(NoPrimaryKey))
    {
        Title = "A table is created without a primary key",
        Message = "Table '{0}' has no primary key when the migration ends. "
            + "A row cannot be told from its double, replication has to compare whole rows, and a rollback cannot put rows back one by one. "
            + "Give it a primary key, for a table between two others over both of its references.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from created in pass.UpChanges<CreateTable>()
        let name = created.Operation.Table
        where created.Change.Before.Tables.Find(name) is null
            && created.Change.After.Tables.Find(name) is not null
            && pass.Up.After.Tables.Find(name) is { PrimaryKey: null, Touched: false }
        select pass.Find(Rule.Id, created.Change.Step, pass.Dialect.Resolve(name).ToString());
}
