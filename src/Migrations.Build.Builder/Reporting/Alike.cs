using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Reporting;

/// <summary>Tells once what many migrations meet: code that they share throws the same for each of them.</summary>
internal static class Alike
{
    /// <summary>The findings, where several are one with their number.</summary>
    public static IEnumerable<Finding> Of(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        var alike = all.Where(f => f.Rule == MigrationThrows.Rule.Id).ToLookup(Cause);
        foreach (var finding in all)
        {
            if (finding.Rule != MigrationThrows.Rule.Id || alike[Cause(finding)].Skip(1).FirstOrDefault() is null)
            {
                yield return finding;
            }
            else if (ReferenceEquals(alike[Cause(finding)].First(), finding))
            {
                yield return finding with { Values = Items.Of(finding.Values[0], finding.Values[1], finding.Values[2], Others(alike[Cause(finding)].Count() - 1)) };
            }
        }
    }

    // All but the migration's name, and its place: what they share is thrown behind each of them.
    private static object Cause(Finding finding) => (string.Join('\n', finding.Values.Where((_, i) => i != 1)), finding.Severity);

    private static string Others(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " other" : " others");
}
