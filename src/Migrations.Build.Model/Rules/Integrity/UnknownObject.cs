using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A step needs an object that is not there.</summary>
public static class UnknownObject
{
    /// <summary>The rule: what is missing, its name, the direction, and the name that was probably meant.</summary>
    public static Rule Rule { get; } = new("MIG0701", nameof(UnknownObject))
    {
        Title = "A step needs an object that is not there",
        Message = "{0} '{1}' is not there when {2} needs it: no step before makes it, or one takes it away.{?3 Did you mean '{3}'?} "
            + "The migration fails at this step. "
            + "Correct the name, or the order of the steps.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Missing(pass.Up).Where(s => !OlderTable.Is(pass, s)).Select(s => pass.Find(Rule.Id, s, Values(s, "Up")))
            .Concat(Missing(pass.Down).Where(s => IsNews(pass, s)).Select(s => pass.FindInDown(Rule.Id, s, Values(s, "Down"))));

    // The first step that misses an object says it; those behind it would say it again.
    private static IEnumerable<TracedStep> Missing(Trace trace) => trace.Steps
        .Where(s => s.Refusal is { Kind: RefusalKind.Unknown })
        .GroupBy(s => (s.Refusal!.Subject, s.Refusal.Name))
        .Select(g => g.First());

    // What Up cannot make, Down cannot undo: said once is enough. A wrong order is another rule's matter.
    private static bool IsNews(Pass pass, TracedStep step) => pass.UpFits && !Rollback.DownWrongOrder.IsMisplaced(pass, step);

    private static string[] Values(TracedStep step, string direction) =>
        [step.Refusal!.Subject, step.Refusal.Name, direction, step.Refusal.Nearest ?? ""];
}
