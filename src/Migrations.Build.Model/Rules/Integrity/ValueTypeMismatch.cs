using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;
using Migrations.Build.Model.Rules.Nullability;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A row has a value that is none of its column's type.</summary>
public static class ValueTypeMismatch
{
    /// <summary>The rule: the column, the value, the type, what does not fit, the effect, and that the value may be a member of an enumeration.</summary>
    public static Rule Rule { get; } = new("MIG0720", nameof(ValueTypeMismatch))
    {
        Title = "A row has a value that is none of its column's type",
        Message = "Column '{0}' of type '{2}' meets the value '{1}': {3}. So {4}. "
            + "Write a value of the column's type{?5; FluentMigrator writes a member of an enumeration as its name, so cast it to a number}.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Found(pass.Up, pass).Select(f => pass.Find(Rule.Id, f.Step, f.Values) with { Severity = f.Severity })
            .Concat(Found(pass.Down, pass).Select(f => pass.FindInDown(Rule.Id, f.Step, f.Values) with { Severity = f.Severity }));

    private static IEnumerable<(TracedStep Step, string[] Values, Severity? Severity)> Found(Trace trace, Pass pass) =>
        from step in trace.Steps
        where step.Refusal is null
        from given in Given(step.Step.Operation)
        let column = step.Before.Tables.Find(given.Table)?.FindColumn(given.Cell.Column, pass.Dialect)
        where column is not null
        let value = given.Cell.Value
        let misfit = Misfit.OfRow(value, column.Type, pass.Target.Kind, given.IsCondition)
        where misfit is not null
        group misfit by (Step: step, Column: Words.Of(given.Table, column.Name), Value: Words.Of(value), Type: Words.Of(column.Type), given.IsCondition, IsName: IsName(value) && Numeric.Of(column.Type) is not null) into found
        let first = found.First()
        select (found.Key.Step, new[] { found.Key.Column, found.Key.Value, found.Key.Type, first.Why, Effect(first, found.Key.IsCondition, pass.Dialect), found.Key.IsName ? "name" : "" }, first.Fails ? (Severity?)null : Severity.Warning);

    private static string Effect(Misfit misfit, bool isCondition, Dialect dialect) =>
        misfit.Fails ? "the server refuses the statement"
        : !isCondition ? "what is stored is not what readers of the column expect, where the server takes it at all"
        : dialect.Kind == DatabaseKind.Sqlite ? "no row has it, and nothing happens"
        : "the server compares it with something else, and other rows are meant";

    private static bool IsName(Value value) => value is { Kind: ValueKind.Text, Text: { Length: > 0 } text } && text.All(c => char.IsLetterOrDigit(c) || c is '_' or ',' or ' ') && char.IsLetter(text[0]);

    private static IEnumerable<(TableName Table, Cell Cell, bool IsCondition)> Given(Operation operation) => operation switch
    {
        InsertRows o => o.Rows.SelectMany(r => r.Cells).Select(c => (o.Table, c, false)),
        UpdateRows o => o.Set.Select(c => (o.Table, c, false)).Concat(o.Where.Select(c => (o.Table, c, true))),
        DeleteRows o => o.Where.SelectMany(r => r.Cells).Select(c => (o.Table, c, true)),
        _ => [],
    };
}
