using Migrations.Build.Model.Findings;
using Migrations.Build.Oracle.Tests.Seeing;
using Migrations.Build.Runner;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>Words what is not as it was said.</summary>
internal static class Failures
{
    private const string Left = "MIG9335";

    public static Failure Refused(string verb, Outcome outcome) => new(
        $"{verb} ended with {outcome.Code} {FirstRule(outcome)}",
        string.Join(" | ", outcome.Findings.Select(FindingText.Of)));

    /// <summary>The id of the first thing that was said.</summary>
    public static string FirstRule(Outcome outcome) => outcome.Findings.Count > 0 ? outcome.Findings[0].Rule : "";

    /// <summary>Whether two states are one.</summary>
    public static Failure? Differs(Snapshot before, Snapshot after, string when) =>
        before.SchemaDifferences(after).FirstOrDefault() is { } schema ? new(when + "the schema differs", schema)
        : new Expected(before).Compare(after, null).Select(f => f.Failure).FirstOrDefault() is { } rows ? new(when + rows.Kind, rows.Text)
        : null;

    /// <summary>What a rollback did not bring back, though it was said that it does.</summary>
    public static Failure? Restored(Expected expected, Snapshot after, Snapshot? plain, Outcome outcome, string claims)
    {
        var told = outcome.Findings.Where(f => f.Rule == Left).Select(FindingText.Of).ToList();
        if (expected.Then.SchemaDifferences(after).FirstOrDefault() is { } schema)
        {
            return new("rollback: the schema differs: " + schema.Split(' ')[1], $"{schema} ({claims})");
        }

        var wrong = expected.Compare(after, plain).Where(f => !(expected.IsEdited && told.Exists(t => t.Contains("'" + f.Table + "'", StringComparison.OrdinalIgnoreCase)))).Select(f => f.Failure).FirstOrDefault();
        return wrong is not null ? new("rollback: " + wrong.Kind, $"{wrong.Text} ({claims}){string.Concat(told.Select(t => " | " + t))}")
            : !expected.IsEdited && told.Count > 0 ? new("rollback: something is left over, and nothing was edited", told[0])
            : null;
    }
}
