using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A <c>SetExistingRowsTo</c> does not do what it reads like. Only the source shows the call; an update in plain words is not meant.</summary>
public static class SetExistingRowsMisuse
{
    private const string Ignored = "is ignored on a column that is altered";
    private const string StaysNullable = "without 'NotNullable()' leaves the column nullable for good";
    private const string SetsNull = "gives the rows null before the column becomes NOT NULL";

    /// <summary>The rule: the column, what is wrong, the effect, the remedy.</summary>
    public static Rule Rule { get; } = new("MIG0307", nameof(SetExistingRowsMisuse))
    {
        Title = "A SetExistingRowsTo does not do what it reads like",
        Message = "The 'SetExistingRowsTo' of column '{0}' {1}. "
            + "So {2}. "
            + "Write the steps out: add the column as nullable, update the rows, and say 'NotNullable()' where it is meant.",
        Severity = Severity.Warning,
        Check = Check,
        IsNeverCertain = true,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        pass.UpSteps<AddColumn>().SelectMany(a => Added(pass, a.Step, a.Operation.Table, a.Operation.Column))
            .Concat(pass.UpSteps<AlterColumn>().Where(a => a.Operation.Column.ExistingRows is not null)
                .Select(a => Find(pass, a.Step, a.Operation.Table, a.Operation.Column, Ignored, "no row gets the value")));

    private static IEnumerable<Finding> Added(Pass pass, TracedStep step, TableName table, Column column)
    {
        if (column.ExistingRows is not { } rows)
        {
            yield break;
        }

        if (rows.Nullable is null && pass.Up.After.Tables.Find(table)?.FindColumn(column.Name, pass.Dialect)?.Nullable == true)
        {
            yield return Find(pass, step, table, column, StaysNullable, "every later row may hold null, while the call reads as if none could");
        }
        else if (rows is { Value.Kind: ValueKind.Null, Nullable: false } && pass.MayHaveRows(step, table))
        {
            yield return Find(pass, step, table, column, SetsNull, "the migration fails as soon as the table has a row") with { Severity = Severity.Error };
        }
    }

    private static Finding Find(Pass pass, TracedStep step, TableName table, Column column, string what, string effect) =>
        pass.Find(Rule.Id, step, Words.Of(table, column.Name), what, effect);
}
