using Migrations.Build.Model.Findings;

namespace Migrations.Build.Runner.Tests.Ground;

/// <summary>Asserts how a verb ended, and shows what it said where it ended otherwise.</summary>
public static class Told
{
    public static T Ends<T>(this T outcome, ExitCode code)
        where T : Outcome
    {
        Assert.True(outcome.Code == code, $"Ended with {outcome.Code}, not {code}: {string.Join(" | ", outcome.Findings.Select(FindingText.Of))}");
        return outcome;
    }

    /// <summary>The ids of what was said, in order.</summary>
    public static string[] Ids(this Outcome outcome) => [.. outcome.Findings.Select(f => f.Rule)];

    /// <summary>The text of the first thing that was said.</summary>
    public static string Text(this Outcome outcome) => FindingText.Of(outcome.Findings[0]);
}
