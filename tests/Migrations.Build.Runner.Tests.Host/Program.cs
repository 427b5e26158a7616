using System.Globalization;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Progress;
using Migrations.Build.Runner.Tests.Host;

if (args[0] is "up" or "once" or "fails" or "down")
{
    return await Attack.RunAsync(args);
}

if (args[0] == "crowd")
{
    return await Crowd.RunAsync(args);
}

// A runner in a process of its own: <bundle> <database> <seconds to wait for the lock> [version at whose start it hangs]
var bundle = BundleReader.Open(args[0]);
var hangAt = args.Length > 3 ? long.Parse(args[3], CultureInfo.InvariantCulture) : -1;
var settings = new RunSettings(DatabaseKind.Sqlite, "Data Source=" + args[1] + ";Pooling=False")
{
    LockTimeout = TimeSpan.FromSeconds(double.Parse(args[2], CultureInfo.InvariantCulture)),
    By = "host",
    Progress = e =>
    {
        if (e is StatementDone done && done.Version == hangAt)
        {
            Console.WriteLine("hangs");
            Thread.Sleep(Timeout.Infinite);
        }
    },
};
var outcome = await Apply.RunAsync(bundle, settings, new ApplyOptions(), CancellationToken.None);
foreach (var finding in outcome.Findings)
{
    Console.WriteLine(FindingText.Of(finding));
}

return (int)outcome.Code;
