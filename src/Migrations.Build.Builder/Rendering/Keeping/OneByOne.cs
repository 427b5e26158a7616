using FluentMigrator.Runner.BatchParser;
using Migrations.Build.Builder.Rendering.Databases;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>
/// Takes text of several statements that destroys data apart into a step for each: what one statement destroys is kept right before it,
/// by the names that are right at that moment, and not by those before or after the others.
/// </summary>
internal static class OneByOne
{
    /// <summary>The steps, folded again where one was taken apart.</summary>
    public static Trace Of(Trace trace, Items<string> touches)
    {
        var steps = trace.Steps.SelectMany(s => Of(s.Step)).ToItems();
        return steps.Count == trace.Steps.Count ? trace : Fold.Trace(trace.Before, steps, touches);
    }

    /// <summary>The steps, with a change of type that forbids NULL taken apart, so that values of the new type can come back in between.</summary>
    public static Trace OfTypes(Trace trace, Items<string> touches)
    {
        var steps = trace.Steps.SelectMany(OfTypes).ToItems();
        return steps.Count == trace.Steps.Count ? trace : Fold.Trace(trace.Before, steps, touches);
    }

    private static IEnumerable<Step> OfTypes(TracedStep traced) =>
        traced.Step.Operation is AlterColumn { Column: { Nullable: false } column } o
            && traced.Before.Tables.Find(o.Table)?.FindColumn(column.Name, traced.Before.Dialect) is { Nullable: true } before && before.Type != column.Type
        ? [traced.Step with { Operation = o with { Column = column with { Nullable = null } } }, traced.Step]
        : [traced.Step];

    private static IEnumerable<Step> Of(Step step)
    {
        if (step.Operation is not RawSql sql || !sql.Text.Contains(';', StringComparison.Ordinal))
        {
            return [step];
        }

        var effects = SqlEffects.Read(sql.Text, DatabaseKind.Sqlite);
        return !effects.Any(Destroys) || effects.Any(e => e is ControlsTransaction or UnknownEffect) || Texts(sql.Text) is not { Length: > 1 } texts
            ? [step]
            : texts.Select(t => step with { Operation = sql with { Text = t } });
    }

    // What the parser cannot take apart (an open quote, say) it refuses again where the step is rendered, and there it is told.
    private static string[] Texts(string script)
    {
        try
        {
            return [.. Batches.Of(new SQLiteBatchParser("\n"), LineEnds.Plain(script, DatabaseKind.Sqlite)).SelectMany(b => SqlText.Split(b, DatabaseKind.Sqlite))];
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    private static bool Destroys(SqlEffect effect) =>
        effect is not (ReadsTable or InsertsRows { Replaces: false } or CreatesTable or CreatesIndex or CreatesView or CreatesTrigger or DropsView or DropsTrigger or DropsIndex or DoesOther);
}
