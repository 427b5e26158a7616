using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A foreign key is to empty a column that takes no null.</summary>
public static class SetNullOnRequired
{
    /// <summary>The rule: the foreign key, the action, the column, and what the column lacks.</summary>
    public static Rule Rule { get; } = new("MIG0712", nameof(SetNullOnRequired))
    {
        Title = "A foreign key is to empty a column that takes no null",
        Message = "Foreign key '{0}' says '{1}', and its column '{2}' is NOT NULL{3}. "
            + "The server refuses the foreign key, or every delete and update that it should carry out. "
            + "Let the column take nulls, or choose another action.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass)
    {
        if (ReferenceEquals(pass.Before.Tables, pass.Up.After.Tables))
        {
            return [];
        }

        var before = Contradictions(pass.Before).Select(c => c.Same).ToItems();
        return from found in Contradictions(pass.Up.After)
               where !before.Contains(found.Same)
               let step = pass.Up.Steps.LastOrDefault(s => Has(s.After, found.Same) && !Has(s.Before, found.Same))
               where step is not null
               select pass.Find(Rule.Id, step, References.Name(found.Key), found.Action, Words.Of(found.Key.Table, found.Column), found.Action.EndsWith("DEFAULT", StringComparison.Ordinal) ? " without a default" : "") with
               {
                   Severity = pass.Up.After.Tables.Find(found.Key.Table) is { Touched: true } ? Severity.Info : null,
               };
    }

    private static bool Has(Schema schema, string same) => Contradictions(schema).Any(c => c.Same == same);

    private static IEnumerable<(string Same, ForeignKey Key, string Column, string Action)> Contradictions(Schema schema) =>
        from table in schema.Tables
        where table.ForeignKeys.Count > 0
        from key in table.ForeignKeys
        from action in new[] { (Is: key.OnDelete, On: "ON DELETE"), (Is: key.OnUpdate, On: "ON UPDATE") }
        where action.Is is ForeignKeyAction.SetNull or ForeignKeyAction.SetDefault
        let name = action.On + (action.Is == ForeignKeyAction.SetNull ? " SET NULL" : " SET DEFAULT")
        from column in key.Columns.Select(c => table.FindColumn(c, schema.Dialect)).OfType<Column>()
        where column.Nullable == false && (action.Is == ForeignKeyAction.SetNull || column.Default is null)
        select (key.Name + " " + column.Name + " " + name, key, column.Name, name);
}
