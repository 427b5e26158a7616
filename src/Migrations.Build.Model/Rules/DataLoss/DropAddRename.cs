using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>Something is dropped and its like is added, where a rename seems to be meant.</summary>
public static class DropAddRename
{
    /// <summary>The rule: what is dropped, and what is added where that has another name.</summary>
    public static Rule Rule { get; } = new("MIG0208", nameof(DropAddRename))
    {
        Title = "Something is dropped and its like is added",
        Message = "'{0}' is dropped, and {?1'{1}', which looks like it under another name, is added}{!1added again under the same name}. "
            + "If the new one is meant to go on for the old one, it begins without what that held. "
            + "Rename or alter it, or say with '[Accept]' that these are two things.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => Columns(pass).Concat(Tables(pass));

    private static IEnumerable<Finding> Columns(Pass pass) =>
        from dropped in pass.UpChanges<Operations.DropColumn>()
        let table = dropped.Operation.Table
        let column = dropped.Change.Before.Tables.Find(table)?.FindColumn(dropped.Operation.Column, pass.Dialect)
        where column is { Computed: null } && pass.MayHaveValues(dropped.Change.Step, table, column.Name) && Written.IsOlder(pass, dropped.Change.Step, table, column.Name)
        let alike = pass.UpChanges<AddColumn>().Select(a => a.Operation).Where(a => pass.Dialect.Same(a.Table, table) && IsLike(column, a.Column, pass)).ToArray()
        where alike.Length == 1 && !pass.Up.Steps.Any(s => Written.Carries(s, table, column.Name, alike[0].Column.Name) || OpaqueReach.OfRows(s, pass.Migration.Touches).Includes(table, pass.Dialect))
        select pass.Find(Rule.Id, dropped.Change.Step, Words.Of(table, column.Name), pass.Dialect.Names.Equals(column.Name, alike[0].Column.Name) ? "" : Words.Of(table, alike[0].Column.Name));

    private static bool IsLike(Column old, Column added, Pass pass) => pass.Dialect.Names.Equals(old.Name, added.Name)
        || (added.Computed is null && added.Type == old.Type && added.Identity == old.Identity && Alike.Names(old.Name, added.Name));

    private static IEnumerable<Finding> Tables(Pass pass) =>
        from dropped in pass.UpChanges<Operations.DropTable>()
        let old = dropped.Change.Before.Tables.Find(dropped.Operation.Table)
        where old is not null && pass.MayHaveRows(dropped.Change.Step, old.Name) && Written.IsOlder(pass, dropped.Change.Step, old.Name)
        let alike = pass.UpChanges<CreateTable>().Select(c => c.Operation).Where(c => IsLike(old, c, pass)).ToArray()
        where alike.Length == 1 && !Written.IsCopied(pass, old.Name) && !Written.MayBeCopied(pass, old.Name)
        select pass.Find(Rule.Id, dropped.Change.Step, old.Name.ToString(), pass.Dialect.Resolve(alike[0].Table).ToString());

    // Two thirds of the columns, besides those that every table has.
    private static bool IsLike(Table old, CreateTable made, Pass pass)
    {
        if (pass.Dialect.Same(old.Name, made.Table) || pass.Up.After.Tables.Find(made.Table) is null || pass.Before.Tables.Find(made.Table) is not null)
        {
            return false;
        }

        var own = old.Columns.Where(c => old.PrimaryKey?.Columns.Contains(c.Name, pass.Dialect.Names) != true).ToArray();
        var shared = own.Count(c => made.Columns.Any(m => pass.Dialect.Names.Equals(m.Name, c.Name) && m.Type == c.Type));
        return shared >= 2 && shared * 3 >= own.Length * 2 && shared * 3 >= (made.Columns.Count - 1) * 2;
    }
}
