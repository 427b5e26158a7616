using Migrations.Build.Builder.Reading;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

internal static class Extensions
{
    public static Migration One(this ReadResult read) => Assert.Single(read.History.Migrations);

    public static Script Script(this ReadResult read, DatabaseKind database = DatabaseKind.Sqlite) => read.One().For(database)!;

    public static Operation[] Operations(this IEnumerable<Step> steps) => [.. steps.Select(s => s.Operation)];

    public static Finding[] Of(this ReadResult read, string rule) => [.. read.Findings.Where(f => f.Rule == rule)];

    /// <summary>Nothing was found at all, not even a note.</summary>
    public static ReadResult Silent(this ReadResult read)
    {
        Assert.Empty(read.Findings.Select(FindingText.Of));
        return read;
    }
}
