using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A step makes an object that is there already.</summary>
public static class AlreadyExists
{
    /// <summary>The rule: what is there, its name, and the direction.</summary>
    public static Rule Rule { get; } = new("MIG0702", nameof(AlreadyExists))
    {
        Title = "A step makes an object that is there already",
        Message = "{0} '{1}' is there already when {2} makes it. "
            + "The migration fails at this step. "
            + "Choose another name, or leave the step out.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Twice(pass.Up).Select(s => pass.Find(Rule.Id, s, Values(s, "Up")))
            .Concat(Twice(pass.Down).Where(s => pass.UpFits && !Rollback.DownWrongOrder.IsMisplaced(pass, s)).Select(s => pass.FindInDown(Rule.Id, s, Values(s, "Down"))));

    private static IEnumerable<TracedStep> Twice(Trace trace) => trace.Steps.Where(s => s.Refusal is { Kind: RefusalKind.Exists });

    private static string[] Values(TracedStep step, string direction) => [step.Refusal!.Subject, step.Refusal.Name, direction];
}
