using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>What a trigger does when it fires.</summary>
internal static class TriggerBody
{
    /// <summary>Its effects; none where it does not watch what happens. Which rows it finds is not known.</summary>
    public static IEnumerable<SqlEffect> Of(Trigger trigger, string what, DatabaseKind database)
    {
        if (StatementSplitter.Split(trigger.Text, database, insideBatches: false) is not [{ Tokens: var tokens } statement])
        {
            return [new UnknownEffect("the trigger cannot be read")];
        }

        var head = tokens.TakeWhile(t => !t.Is("BEGIN")).ToArray();
        // The first word of an event, behind the name, tells it: UPDATE OF "delete" ON ...
        var watched = head.Skip(2).FirstOrDefault(t => t.Kind == SqlTokenKind.Word && t.IsAny("DELETE", "INSERT", "UPDATE"));
        return head.Length == tokens.Count || watched is null ? [new UnknownEffect("the trigger cannot be read")]
            : !watched.Is(what) ? []
            : SqlEffects.Read(statement.Between(tokens[head.Length].End, tokens[^1].Start), database);
    }
}
