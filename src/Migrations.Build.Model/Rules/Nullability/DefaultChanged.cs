using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A column in use gets another default.</summary>
public static class DefaultChanged
{
    /// <summary>The rule: the column, the default before and after.</summary>
    public static Rule Rule { get; } = new("MIG0311", nameof(DefaultChanged))
    {
        Title = "A column in use gets another default",
        Message = "The default of column '{0}' changes from '{1}' to '{2}'. "
            + "Rows that are there keep the old value, and an application that writes the default itself goes on writing the old one. "
            + "Change the application in the same release, and update the rows where that is meant.",
        Severity = Severity.Info,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from changed in pass.UpChanges<Operation>()
        let place = PlaceOf(changed.Operation)
        where place is not null && pass.MayHaveValues(changed.Change.Step, place.Value.Table, place.Value.Column)
        group changed.Change by (Words.Of(place.Value.Table, place.Value.Column), place.Value.Table, place.Value.Column) into changes
        let before = Default(pass.Before, changes.Key.Table, changes.Key.Column)
        let after = Default(pass.Up.After, changes.Key.Table, changes.Key.Column)
        where before is not null && after is not null && !string.Equals(Plain(before), Plain(after), StringComparison.Ordinal)
        select pass.Find(Rule.Id, changes.Last().Step, changes.Key.Item1, Words.Of(before), Words.Of(after));

    private static (TableName Table, string Column)? PlaceOf(Operation operation) => operation switch
    {
        AlterColumn o => (o.Table, o.Column.Name),
        SetDefault o => (o.Table, o.Column),
        _ => null,
    };

    private static Value? Default(Schema schema, TableName table, string column) =>
        schema.Tables.Find(table)?.FindColumn(column, schema.Dialect)?.Default;

    // SQL text and a value may say the same: 'web' and web.
    private static string Plain(Value value) => Words.Of(value).Trim('(', ')', ' ').Trim('\'');
}
