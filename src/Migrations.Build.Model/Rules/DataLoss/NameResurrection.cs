using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>The name of something that was dropped comes back for something else.</summary>
public static class NameResurrection
{
    /// <summary>The rule: the name, what it was, and what it is now.</summary>
    public static Rule Rule { get; } = new("MIG0213", nameof(NameResurrection))
    {
        Title = "A dropped name comes back for something else",
        Message = "'{0}' was '{1}' until an earlier migration dropped it, and comes back as '{2}'. "
            + "Queries, exports and kept data of that time take the one for the other. "
            + "Choose a name that was not used yet, or say with '[Accept]' that nothing remembers the old one.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) => Columns(pass).Concat(Tables(pass));

    private static IEnumerable<Finding> Columns(Pass pass) =>
        from added in pass.UpChanges<AddColumn>()
        let table = added.Operation.Table
        let column = added.Operation.Column
        where pass.Before.Tables.Find(table) is { } now && now.FindColumn(column.Name, pass.Dialect) is null
        let old = Grave(pass, new(table, column.Name))?.FindColumn(column.Name, pass.Dialect)
        where old is not null && IsOther(old, column)
        select pass.Find(Rule.Id, added.Change.Step, Words.Of(table, column.Name), Words.Of(old.Type), Words.Of(column.Type));

    private static IEnumerable<Finding> Tables(Pass pass) =>
        from created in pass.UpChanges<CreateTable>()
        let table = created.Operation
        where pass.Before.Tables.Find(table.Table) is null && pass.Up.After.Tables.Find(table.Table) is not null
        let old = Grave(pass, new(table.Table))
        where old is not null && IsOther(old, table, pass)
        select pass.Find(Rule.Id, created.Change.Step, pass.Dialect.Resolve(table.Table).ToString(), Text(old.Columns), Text(table.Columns));

    private static string Text(IEnumerable<Column> columns) => "(" + string.Join(", ", columns.Select(c => c.Name)) + ")";

    private static bool IsOther(Column old, Column now) => old.Type != now.Type && now.Computed is null && old.Computed is null;

    // A table is another one when it shares no column besides its key.
    private static bool IsOther(Table old, CreateTable now, Pass pass)
    {
        bool IsOwn(Column column) => old.PrimaryKey?.Columns.Contains(column.Name, pass.Dialect.Names) != true;
        return old.Columns.Any(IsOwn) && now.Columns.Any(IsOwn) && !old.Columns.Where(IsOwn).Any(c => now.Columns.Any(n => pass.Dialect.Names.Equals(n.Name, c.Name)));
    }

    // The table as it was when the name was dropped last; what no release ever had, nothing remembers.
    private static Table? Grave(Pass pass, Named name)
    {
        var trace = pass.Earlier.LastOrDefault(t => t.MayTakeNames && Find(t.Before, name, pass) is not null && Find(t.After, name, pass) is null);
        return trace is null || new Renaming(trace.Steps, pass.Dialect).Forth(name, 0, trace.Steps.Count) is not null || IsOfThisRelease(pass, trace, name) ? null : Find(trace.Before, name, pass);
    }

    private static bool IsOfThisRelease(Pass pass, Trace trace, Named name) => pass.Window.Any(t => ReferenceEquals(t, trace)) && Find(pass.Window[0].Before, name, pass) is null;

    private static Table? Find(Schema schema, Named name, Pass pass) =>
        schema.Tables.Find(name.Table) is { } table && (name.Column is null || table.FindColumn(name.Column, pass.Dialect) is not null) ? table : null;
}
