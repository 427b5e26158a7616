using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>A column in use gets another value in every row.</summary>
public static class UpdateAllRows
{
    /// <summary>The rule: the column.</summary>
    public static Rule Rule { get; } = new("MIG0206", nameof(UpdateAllRows))
    {
        Title = "A column in use gets another value in every row",
        Message = "Column '{0}' gets another value in every row. "
            + "What users entered there is overwritten, also where it was right. "
            + "Update the rows that need it, such as those where the column is null.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from updated in Written.In<UpdatesRows>(pass)
        where updated.Effect.AllRows
        let table = updated.Effect.Table
        from name in updated.Effect.Columns
        let column = updated.Step.Before.Tables.Find(table)?.FindColumn(name, pass.Dialect)
        where column is not null
            && pass.MayHaveValues(updated.Step, table, column.Name)
            && Written.IsOlder(pass, updated.Step, table, column.Name)
            && pass.Up.After.Tables.Find(table)?.FindColumn(column.Name, pass.Dialect) is not null
        select pass.Find(Rule.Id, updated.Step, Words.Of(pass.Dialect.Resolve(table), column.Name));
}
