using Migrations.Build.Model;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Cli.Output;

/// <summary>Tells what cannot be read, rendered or proved of migrations that were released all the same.</summary>
internal static class Problems
{
    /// <summary>A line for each.</summary>
    public static void AddTo(Report report, long version, string name, Items<KnownProblem> problems)
    {
        foreach (var problem in problems)
        {
            report.Line($"Released with {problem.Rule}: {Words.Of(version)} {name}: {problem.Text}");
        }
    }
}
