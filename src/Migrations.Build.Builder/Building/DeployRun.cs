using System.Globalization;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Builder.Building;

/// <summary>The deployment from a developer's build: applies the bundle that was just made, with all consent given, and tells the status.</summary>
internal static class DeployRun
{
    /// <summary>Where the connection string comes from: never the request, which is a file.</summary>
    public const string ConnectionVariable = "MIGRATIONS_CONNECTION";

    /// <summary>Runs it; the result is the process's exit code.</summary>
    public static async Task<int> RunAsync(Request request, Protocol protocol)
    {
        var bundle = BundleReader.Open(request.Output);
        var connection = Environment.GetEnvironmentVariable(ConnectionVariable) ?? "";
        var settings = new RunSettings(request.Deploy ?? DatabaseKind.Sqlite, connection) { Progress = e => Tell(e, protocol) };
        var applied = await Apply.RunAsync(bundle, settings, new ApplyOptions { AllowBreaking = true, AllowCode = true }, CancellationToken.None).ConfigureAwait(false);
        var failed = Report.Write(Report.Show(applied.Findings, request), request with { ErrorLog = null }, protocol);
        var status = await Status.ReadAsync(bundle, settings with { Progress = null }, CancellationToken.None).ConfigureAwait(false);
        foreach (var state in status.Migrations.GroupBy(m => m.State).OrderBy(g => g.Key))
        {
            protocol.Say(string.Create(CultureInfo.InvariantCulture, $"{state.Key}: {state.Count()}, the last is {state.Last().Version} {state.Last().Class}"));
        }

        return failed || applied.Code != ExitCode.Done ? 1 : 0;
    }

    private static void Tell(RunEvent happened, Protocol protocol)
    {
        if (happened is MigrationDone done)
        {
            protocol.Say(string.Create(CultureInfo.InvariantCulture, $"{done.Direction} {done.Version} {done.Class}"));
        }
    }
}
