using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A column is dropped in the release that copied it into another one.</summary>
public static class PrematureContract
{
    /// <summary>The rule: the column that is dropped, and its copy.</summary>
    public static Rule Rule { get; } = new("MIG0212", nameof(PrematureContract))
    {
        Title = "A column is dropped in the release that copied it",
        Message = "Column '{0}' is dropped in the release that copied it into '{1}'. "
            + "The release before still writes the old column while this one rolls out, and what it writes then is in no copy. "
            + "Drop the column one release later.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from dropped in pass.UpChanges<Operations.DropColumn>()
        let table = dropped.Operation.Table
        let column = dropped.Change.Before.Tables.Find(table)?.FindColumn(dropped.Operation.Column, pass.Dialect)
        where column is { Computed: null } && pass.MayHaveValues(dropped.Change.Step, table, column.Name)
        let start = pass.Window.Count > 0 ? pass.Window[0].Before : pass.Before
        where start.Tables.Find(table)?.FindColumn(column.Name, pass.Dialect) is not null
        let copy = Copy(pass, start, dropped.Change, table, column.Name)
        where copy is not null
        select pass.Find(Rule.Id, dropped.Change.Step, Words.Of(table, column.Name), Words.Of(table, copy));

    // A column that the release added, and that a step filled from the one that goes.
    private static string? Copy(Pass pass, Schema start, Change dropped, TableName table, string column)
    {
        var steps = pass.Window.SelectMany(t => t.Steps).Concat(pass.Up.Steps.TakeWhile(s => !ReferenceEquals(s, dropped.Step)).Append(dropped.Step)).Where(s => s.Refusal is null).ToArray();
        return dropped.Before.Tables.Find(table)?.Columns
            .Where(c => start.Tables.Find(table)?.FindColumn(c.Name, pass.Dialect) is null)
            .FirstOrDefault(c => steps.Any(s => Written.Carries(s, table, column, c.Name)))?.Name;
    }
}
