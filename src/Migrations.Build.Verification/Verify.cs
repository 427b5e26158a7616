using System.Globalization;
using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Proofs;
using Migrations.Build.Verification.Rounds;
using Migrations.Build.Verification.States;

namespace Migrations.Build.Verification;

/// <summary>Proves a bundle on SQLite: every migration up, down and up again, on tables with rows.</summary>
public static class Verify
{
    // Where a long walk leaves states behind, counted from its end: an edit near the end is the likely one.
    private static readonly int[] Milestones = [1, 2, 9, 65, 513];

    /// <summary>Runs the bundle's migrations through the runner on a database made for it.</summary>
    public static async Task<VerificationReport> RunAsync(MigrationBundle bundle, VerifyOptions options, CancellationToken cancel)
    {
        var engine = Engine();
        var chain = Chain.Of(bundle, options, engine);
        var states = new StateFolder(options.StateFolder, Digest.Of(string.Join(' ', options.Releases?.Migrations.Select(m => m.Version.ToString(CultureInfo.InvariantCulture)) ?? ["none"])));
        var saved = states.Find(chain.Links);
        var results = saved?.State.Results.ToList() ?? [];
        var start = results.Count;
        if (start < chain.Links.Count)
        {
            await WalkAsync(bundle, options, chain.Links, states, saved?.State, results, cancel).ConfigureAwait(false);
        }

        return new(
            Reporting.Findings(chain, results, options),
            Reporting.Summary(bundle, options, chain, results, engine))
        {
            Ran = results.Count - start,
        };
    }

    private static async Task WalkAsync(
        MigrationBundle bundle, VerifyOptions options, IReadOnlyList<Link> links, StateFolder states, SavedState? saved, List<Result> results, CancellationToken cancel)
    {
        var story = new Story(options.Releases);
        using var place = new ScratchPlace(options.Scratch);
        using var walk = new Walk(new(new(bundle), options.Samples, options.Rows, Chain.Written(bundle)), place, story);
        if (saved is not null)
        {
            walk.Continue(states.DatabaseOf(saved)!, saved.Past);
            links.Take(results.Count).ToList().ForEach(story.Tell);
        }

        for (var at = results.Count; at < links.Count; at++)
        {
            cancel.ThrowIfCancellationRequested();
            results.Add(await walk.NextAsync(links[at], cancel).ConfigureAwait(false));
            if (options.StateFolder is not null && Milestones.Contains(links.Count - at))
            {
                walk.File.Settle();
                states.Save(links[at].Key, walk.File.Path, results, walk.Past);
            }
        }
    }

    private static string Engine()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        return "SQLite " + connection.ServerVersion;
    }
}
