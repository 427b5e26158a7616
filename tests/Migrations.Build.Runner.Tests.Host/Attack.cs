using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Runner.Tests.Host;

/// <summary>A run that is killed: up, once (up, in one transaction), fails (up, killed while it is undone) or down, bundle, connection string, version to go to, moment, version and number of the moment.</summary>
internal static class Attack
{
    public static async Task<int> RunAsync(string[] args)
    {
        var bundle = BundleReader.Open(args[1]);
        var (up, to) = (args[0] != "down", Number(args[3]));
        Killer.Arm(bundle, args[0] is "up" or "once" ? Direction.Up : Direction.Down, Enum.Parse<Moment>(args[4]), Number(args[5]), (int)Number(args[6]));
        var settings = new RunSettings(DatabaseKind.Sqlite, args[2]) { By = "host", Progress = Killer.Hear };
        Outcome outcome = up
            ? await Apply.RunAsync(bundle, settings, new ApplyOptions { To = to, AllowBreaking = true, AllowCode = true, Transaction = args[0] == "once" ? TransactionScope.Deployment : TransactionScope.Migration }, default)
            : await Rollback.RunAsync(bundle, settings, new RollbackOptions { To = to, AllowCode = true, AllowEmptyDown = true }, default);
        Console.WriteLine(Killer.Changes);
        foreach (var finding in outcome.Findings)
        {
            Console.WriteLine(FindingText.Of(finding));
        }

        return (int)outcome.Code;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
