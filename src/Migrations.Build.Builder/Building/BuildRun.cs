using System.Diagnostics;
using System.Globalization;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Building;

/// <summary>The build: read, check, render, write, verify. A bundle is saved only when no error is left.</summary>
internal static class BuildRun
{
    /// <summary>Runs it; the result is the process's exit code.</summary>
    public static int Run(Request request, ReleasesFile? releases, Protocol protocol)
    {
        var clock = Stopwatch.StartNew();
        var draft = Draft.Of(request, releases);
        if (Report.Write(Report.Show(draft.Findings, request), request, protocol) || draft.Rendered is null)
        {
            return 1;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.Output))!);
        BundleWriter.Save(draft.ToBundle(), request.Output);
        protocol.Say(Done(draft, clock.Elapsed));
        return 0;
    }

    private static string Done(Draft draft, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{draft.Request.Name} {draft.Request.Version}: {draft.Read.History.Migrations.Count} migrations, {draft.Request.Targets.Count} databases, in {elapsed.TotalSeconds:0.0} s");
}
