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
    public static async Task<int> RunAsync(Request request, ReleasesFile? releases, Protocol protocol)
    {
        var clock = Stopwatch.StartNew();
        var draft = Draft.Of(request, releases);
        var shown = Report.Show([.. request.Notes, .. draft.Findings], request);
        if (draft.Rendered is null || shown.Any(s => s.Level == Level.Error))
        {
            Report.Write(shown, request, protocol);
            return 1;
        }

        var proof = await Proof.OfAsync(draft, releases).ConfigureAwait(false);
        if (Report.Write([.. shown, .. Report.Show(proof.Findings, request)], request, protocol))
        {
            return 1;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.Output))!);
        BundleWriter.Save(proof.Bundle, request.Output);
        protocol.Say(Done(draft, proof, clock.Elapsed));
        return 0;
    }

    private static string Done(Draft draft, Proof proof, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{draft.Request.Name} {draft.Request.Version}: {Counted.Of(draft.Read.History.Migrations.Count, "migration")}, {Counted.Of(draft.Request.Targets.Count, "database")}, {proof.Said}, in {elapsed.TotalSeconds:0.0} s");
}
