using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>The names under which triggers are kept: with their table where an engine has trigger names for each table.</summary>
internal static class TriggerName
{
    private const string Between = " on ";

    public static TableName Of(TableName trigger, TableName? table, DatabaseKind database) =>
        Dialect.Of(database).TriggerNamesPerTable && table is not null ? Kept(trigger.Name, table) : trigger;

    public static TableName Kept(string trigger, TableName table) => new(table.Schema, trigger + Between + table.Name);

    /// <summary>The trigger's own name, as its engine knows it.</summary>
    public static string Own(Trigger trigger)
    {
        var suffix = Between + trigger.Table?.Name;
        var name = trigger.Name.Name;
        return trigger.Table is not null && name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }
}
