using Migrations.Build.Model.Comparing;

namespace Migrations.Build.Cli.Output;

/// <summary>Tells people in what two schemas differ, object by object.</summary>
internal static class DifferenceReport
{
    public static Report AddTo(Report report, IReadOnlyList<Difference> differences) => differences.Count == 0
        ? report
        : report.Grid(["object", "name", "difference"], differences.Select(d => new[] { d.Subject, d.Name, Text(d) }));

    private static string Text(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Missing => $"missing; expected {difference.Expected}",
        DifferenceKind.Extra => $"extra; there is {difference.Actual}",
        DifferenceKind.Reordered => "other column order, which does no harm",
        _ => $"expected {difference.Expected}; there is {difference.Actual}",
    };
}
