using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>Deleting rows of one table begins to delete rows of another that are there already.</summary>
public static class DeleteCascadeAdded
{
    /// <summary>The rule: the foreign key, its table, and the table that it refers to.</summary>
    public static Rule Rule { get; } = new("MIG0211", nameof(DeleteCascadeAdded))
    {
        Title = "Deleting a row begins to delete rows of another table",
        Message = "Foreign key '{0}' deletes rows of '{1}' with the row of '{2}' that they refer to. "
            + "Deletes that the application does today, and that were harmless or refused, take those rows along. "
            + "Let the key refuse, and delete the rows in the application where that is meant.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from added in pass.UpChanges<AddForeignKey>()
        let key = added.Operation.ForeignKey
        where key.OnDelete == ForeignKeyAction.Cascade
            && key.Columns.Any(c => pass.MayHaveValues(added.Change.Step, key.Table, c) && Written.IsOlder(pass, added.Change.Step, key.Table, c))
            && !DeletedBefore(pass, key)
        select pass.Find(Rule.Id, added.Change.Step, key.Name, pass.Dialect.Resolve(key.Table).ToString(), pass.Dialect.Resolve(key.Referenced).ToString());

    private static bool DeletedBefore(Pass pass, ForeignKey key) => pass.Before.Tables.Find(key.Table)?.ForeignKeys
        .Any(k => k.OnDelete == ForeignKeyAction.Cascade && pass.Dialect.Same(k.Referenced, key.Referenced) && k.Columns.All(c => key.Columns.Contains(c, pass.Dialect.Names))) == true;
}
