using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A value is taken from the clock, from chance or from the environment of the build. Whoever reads the migration knows it and says so on the value.</summary>
public static class BakedNow
{
    /// <summary>The rule: what the value is for, what it came from, and what to write.</summary>
    public static Rule Rule { get; } = new("MIG0313", nameof(BakedNow))
    {
        Title = "A value is that of the build and not of the run",
        Message = "The value for {0} comes from {1}. "
            + "It is frozen when the bundle is built and differs from build to build, so that what was reviewed is not what runs. "
            + "Write {2}.",
        Severity = Severity.Error,
        Check = Check,
        IsNeverCertain = true,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        Baked(pass.Up).Select(b => pass.Find(Rule.Id, b.Step, Values(b.Subject, b.Value)))
            .Concat(Baked(pass.Down).Select(b => pass.FindInDown(Rule.Id, b.Step, Values(b.Subject, b.Value))));

    private static IEnumerable<(TracedStep Step, string Subject, Value Value)> Baked(Trace trace) =>
        from step in trace.Steps
        from value in GivenValue.In(step.Step.Operation)
        where value.Value is { Origin: ValueOrigin.Clock or ValueOrigin.Chance or ValueOrigin.Environment }
        select (step, value.Subject, value.Value!);

    private static string[] Values(string subject, Value value) => value.Origin switch
    {
        ValueOrigin.Clock => [subject, "the clock", "'SystemMethods.CurrentUTCDateTime', or the date itself"],
        ValueOrigin.Chance => [subject, "chance", "'SystemMethods.NewGuid', or the value itself"],
        _ => [subject, "the environment of the build", "the value itself, or give it to the run in another way"],
    };
}
