using System.Diagnostics;
using System.Globalization;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Building;

/// <summary>The build: read, check, render, write, verify. A bundle is saved only when no error is left.</summary>
internal static class BuildRun
{
    // A history of so many may be one that is written just now.
    private const int Few = 5;

    /// <summary>Runs it; the result is the process's exit code.</summary>
    public static async Task<int> RunAsync(Request request, ReleasesFile? releases, Protocol protocol)
    {
        var clock = Stopwatch.StartNew();
        var draft = Draft.Of(request, releases);
        var shown = Report.Show([.. request.Notes, .. draft.Findings], request);
        if (draft.Rendered is null || shown.Any(s => s.Level == Level.Error))
        {
            Report.Write(WithWayIn(shown, draft, releases), request, protocol);
            return 1;
        }

        var proof = await Proof.OfAsync(draft, releases).ConfigureAwait(false);
        shown = [.. shown, .. Report.Show(proof.Findings, request)];
        if (shown.Any(s => s.Level == Level.Error))
        {
            Report.Write(WithWayIn(shown, draft, releases), request, protocol);
            return 1;
        }

        Report.Write(shown, request, protocol);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.Output))!);
        BundleWriter.Save(proof.Bundle, request.Output);
        protocol.Say(Done(draft, proof, clock.Elapsed));
        return 0;
    }

    // An old project must get in: what it did long ago need not be put right for that.
    private static IReadOnlyList<Shown> WithWayIn(IReadOnlyList<Shown> shown, Draft draft, ReleasesFile? releases)
    {
        var count = draft.Read.History.Versioned.Count();
        return releases is not null || count <= Few
            ? shown
            : [.. shown.Where(s => s.Finding.Rule != NoReleasesFile.Rule.Id), new(new(NoReleasesFile.Rule.Id, Items.Of(Counted.Of(count, "migration"))), Level.Warning)];
    }

    private static string Done(Draft draft, Proof proof, TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{draft.Request.Name} {draft.Request.Version}: {Counted.Of(draft.Read.History.Migrations.Count, "migration")}, {Counted.Of(draft.Request.Targets.Count, "database")}, {proof.Said}, in {elapsed.TotalSeconds:0.0} s");
}
