using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A table that may have rows is dropped and made again, empty.</summary>
public static class ForceRecreate
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG0209", nameof(ForceRecreate))
    {
        Title = "A table that may have rows is dropped and made again",
        Message = "Table '{0}' is dropped and made again under the same name. "
            + "The new one begins without the rows of the old one. "
            + "Alter the table, or copy its rows before it goes.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from dropped in pass.UpChanges<Operations.DropTable>()
        let old = dropped.Change.Before.Tables.Find(dropped.Operation.Table)
        where old is not null
            && pass.MayHaveRows(dropped.Change.Step, old.Name)
            && Written.IsOlder(pass, dropped.Change.Step, old.Name)
            && IsMadeAgain(pass, dropped.Change, old)
            && !Written.IsCopied(pass, old.Name)
        select pass.Find(Rule.Id, dropped.Change.Step, old.Name.ToString()) with { Severity = Written.MayBeCopied(pass, old.Name) ? Severity.Info : null };

    private static bool IsMadeAgain(Pass pass, Change dropped, Table table) => pass.UpChanges<CreateTable>()
        .Any(c => pass.Dialect.Same(c.Operation.Table, table.Name)
            && c.Change.Before.Tables.Find(table.Name) is null
            && pass.UpChanges<Operation>().SkipWhile(o => !ReferenceEquals(o.Change, dropped)).Any(o => ReferenceEquals(o.Change, c.Change)));
}
