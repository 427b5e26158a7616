using System.Globalization;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner.Applying;

namespace Migrations.Build.Runner.Tests.Host;

/// <summary>One of several runners that meet at new files: bundle, folder, how many files. It goes on when all four have come to a file.</summary>
internal static class Crowd
{
    private const int All = 4;

    public static async Task<int> RunAsync(string[] args)
    {
        var bundle = BundleReader.Open(args[1]);
        for (var trial = 0; trial < int.Parse(args[3], CultureInfo.InvariantCulture); trial++)
        {
            var path = Path.Combine(args[2], trial.ToString(CultureInfo.InvariantCulture) + ".db");
            await File.WriteAllTextAsync($"{path}.here-{Environment.ProcessId}", "");
            while (Directory.GetFiles(args[2], Path.GetFileName(path) + ".here-*").Length < All)
            {
                Thread.Yield();
            }

            var outcome = await Apply.RunAsync(bundle, new(DatabaseKind.Sqlite, "Data Source=" + path), new(), default);
            if (outcome.Code != ExitCode.Done)
            {
                Console.WriteLine($"{trial}: {outcome.Code}: {string.Join(' ', outcome.Findings.Select(FindingText.Of))}");
                return (int)outcome.Code;
            }
        }

        return 0;
    }
}
