using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>An altered column loses what its call does not say again.</summary>
public static class AlterRestates
{
    internal const string Nullability = "nullability";

    /// <summary>The rule: the column, what is lost, what it was, the call that says it, and that it stands behind <c>SetExistingRowsTo</c>.</summary>
    public static Rule Rule { get; } = new("MIG0303", nameof(AlterRestates))
    {
        Title = "An altered column loses what is not said again",
        Message = "Column '{0}' is altered without saying its {1} again, which was '{2}'. "
            + "What is not said is lost there, while other databases keep it. "
            + "{?4Since 'SetExistingRowsTo' alters the column as it is said up to there, put '{3}' before it.}{!4Add '{3}' to the call.}",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from altered in pass.UpSteps<AlterColumn>()
        let said = altered.Operation.Column
        let was = altered.Step.Before.Tables.Find(altered.Operation.Table)?.FindColumn(said.Name, pass.Dialect)
        where was is not null
        from lost in Lost(was, said, pass)
        select pass.Find(Rule.Id, altered.Step, [Words.Of(altered.Operation.Table, was.Name), lost.What, lost.Was, lost.Call, .. IsBehind(pass, altered.Step, was) ? new[] { "behind" } : []]);

    // FluentMigrator makes three steps of one call then: it adds the column with all that is said, updates the rows, and alters a copy.
    private static bool IsBehind(Pass pass, TracedStep step, Column column)
    {
        var steps = pass.Up.Steps.TakeWhile(s => !ReferenceEquals(s, step)).ToArray();
        var added = Array.FindIndex(steps, s => s.Step.Operation is AddColumn o && s.Step.Place == step.Step.Place && pass.Dialect.Names.Equals(o.Column.Name, column.Name));
        return added >= 0 && steps.Skip(added).Any(s => s.Step.Operation is UpdateRows { AllRows: true } o && s.Step.Place == step.Step.Place && o.Set.Any(c => pass.Dialect.Names.Equals(c.Column, column.Name)));
    }

    private static IEnumerable<(string What, string Was, string Call)> Lost(Column was, Column said, Pass pass)
    {
        if (said.Nullable is null && was.Nullable == true && pass.Dialect.AlterRestatesNullability)
        {
            yield return (Nullability, "NULL", "Nullable()");
        }

        if (!pass.Dialect.AlterDropsDefault)
        {
            yield break;
        }

        if (said.Default is null && was.Default is { } value)
        {
            yield return ("default", Words.Of(value), "WithDefaultValue(…)");
        }

        if (!said.Identity && was.Identity)
        {
            yield return ("identity", "identity", "Identity()");
        }

        if (said.Description is null && was.Description is { } description)
        {
            yield return ("description", description, "WithColumnDescription(…)");
        }
    }
}
