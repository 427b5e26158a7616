using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down does its steps in an order in which they fail.</summary>
public static class DownWrongOrder
{
    /// <summary>The rule: the kind of object, its name, and what is wrong with the moment.</summary>
    public static Rule Rule { get; } = new("MIG0107", nameof(DownWrongOrder))
    {
        Title = "Down does its steps in a wrong order",
        Message = "Down does its steps in a wrong order: {0} '{1}' {2}. "
            + "The rollback fails at this step. "
            + "Undo the steps of Up in the opposite order.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass)
    {
        if (!pass.UpFits)
        {
            yield break;
        }

        foreach (var step in pass.Down.Steps.Where(s => IsMisplaced(pass, s)))
        {
            yield return pass.FindInDown(Rule.Id, step, step.Refusal!.Subject, step.Refusal.Name, Why(pass, step));
        }

        foreach (var (step, table, key) in DroppedParents(pass))
        {
            yield return pass.FindInDown(Rule.Id, step, "table", table.ToString(), $"is dropped while foreign key '{Words.Of(key.Table, key.Name)}' still refers to it");
        }
    }

    /// <summary>Whether a refused step of Down would fit at another moment of the same Down, and is not just said twice.</summary>
    internal static bool IsMisplaced(Pass pass, TracedStep step) =>
        step.Refusal is not null
        && !Before(pass, step).Any(s => s.Step.Operation == step.Step.Operation)
        && pass.Down.Steps.Select(s => s.After).Concat([pass.Down.Before]).Any(schema => Fits(pass, step, schema));

    private static IEnumerable<TracedStep> Before(Pass pass, TracedStep step) => pass.Down.Steps.TakeWhile(s => !ReferenceEquals(s, step));

    private static bool Fits(Pass pass, TracedStep step, Schema schema) => Fold.Apply(schema, step.Step.Operation, pass.Migration.Touches).Refusal is null;

    private static string Why(Pass pass, TracedStep step) =>
        step.Refusal!.Kind == RefusalKind.Exists ? "is still there when it is made"
        : Before(pass, step).Any(s => Fits(pass, step, s.Before)) ? "is gone already when a step needs it"
        : "is made only after a step needs it";

    // A table that goes while another one refers to it, although a later step would have taken the reference away.
    private static IEnumerable<(TracedStep Step, TableName Table, ForeignKey Key)> DroppedParents(Pass pass) =>
        from step in pass.Down.Steps
        where step.Refusal is null
        let dropped = (step.Step.Operation as DropTable)?.Table
        where dropped is not null && step.Before.Tables.Find(dropped) is not null
        from key in step.Before.Tables.Where(t => t.ForeignKeys.Count > 0).SelectMany(t => t.ForeignKeys)
        where pass.Dialect.Same(key.Referenced, dropped) && !pass.Dialect.Same(key.Table, dropped)
            && pass.Down.After.Tables.Find(key.Table)?.FindForeignKey(key.Name, pass.Dialect) is null
        select (step, dropped, key);
}
