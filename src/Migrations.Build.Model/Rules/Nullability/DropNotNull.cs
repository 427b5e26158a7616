using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A column in use begins to take nulls.</summary>
public static class DropNotNull
{
    /// <summary>The rule: the column.</summary>
    public static Rule Rule { get; } = new("MIG0310", nameof(DropNotNull))
    {
        Title = "A column in use begins to take nulls",
        Message = "Column '{0}' was NOT NULL and takes nulls from now on. "
            + "Whoever reads it and relies on a value, an application of the release before or a report, meets the first null unprepared. "
            + "Make the readers ready first, then say so with '[Accept]'.",
        Severity = Severity.Warning,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from altered in pass.UpChanges<AlterColumn>()
        let table = altered.Operation.Table
        let name = altered.Operation.Column.Name
        where IsNullable(altered.Change.Before, table, name) == false
            && IsNullable(altered.Change.After, table, name) == true
            && IsNullable(pass.Up.After, table, name) == true
            && pass.MayHaveValues(altered.Change.Step, table, name)
        select pass.Find(Rule.Id, altered.Change.Step, Words.Of(table, name));

    private static bool? IsNullable(Schema schema, TableName table, string column) =>
        schema.Tables.Find(table)?.FindColumn(column, schema.Dialect)?.Nullable;
}
