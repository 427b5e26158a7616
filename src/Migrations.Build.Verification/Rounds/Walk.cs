using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Proofs;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Goes through a chain, round by round. A round that went wrong leaves its file, and the walk goes on from a copy of what was before.</summary>
internal sealed class Walk(Workshop workshop, ScratchPlace place, Story story) : IDisposable
{
    private static readonly string[] Journal = ["migrations_journal", "migrations_deployments", "migrations_kept"];
    private ScratchFile? _file;

    /// <summary>The file as the last migration left it.</summary>
    public ScratchFile File => _file ??= ScratchFile.At(place.Next());

    /// <summary>Continues from a copy of a file.</summary>
    public void Continue(string copyOf)
    {
        var next = ScratchFile.At(place.Next(), copyOf);
        _file?.Dispose();
        _file = next;
    }

    /// <summary>Proves the next migration of the chain; when it cannot be applied at all, the walk ends there.</summary>
    public async Task<(Result Result, bool Applied)> NextAsync(Link link, CancellationToken cancel)
    {
        story.Tell(link);
        new Foresight(File.Connection, workshop.Samples, story.Before).Prepare(link.Script?.Up.Select(s => s.Operation) ?? []);
        var (result, applied) = await RoundAsync(link, Manner.Together, cancel).ConfigureAwait(false);
        if (result.Failed)
        {
            // The file itself is still as it was before the round; what the round did is in its log.
            var before = place.Next();
            System.IO.File.Copy(File.Path, before);
            (result, applied) = await AfterFailureAsync(link, result, applied, before, cancel).ConfigureAwait(false);
            System.IO.File.Delete(before);
        }

        Forget();
        return (result, applied);
    }

    public void Dispose() => _file?.Dispose();

    private async Task<(Result Result, bool Applied)> RoundAsync(Link link, Manner manner, CancellationToken cancel)
    {
        File.Mark();
        var round = new Round(workshop, link, story, File, manner);
        var proof = await round.RunAsync(cancel).ConfigureAwait(false);
        if (round.IsUnclear)
        {
            Continue(File.Path);
            return await RoundAsync(link, Manner.Apart, cancel).ConfigureAwait(false);
        }

        return (new(proof, round.Found), round.Applied);
    }

    private async Task<(Result Result, bool Applied)> AfterFailureAsync(Link link, Result failed, bool applied, string before, CancellationToken cancel)
    {
        var looked = failed with { LookedAtReleases = story.NewTables.Count > 0 };
        if (looked.LookedAtReleases)
        {
            Continue(before);
            Emptying.Of(File.Connection, story.NewTables);
            var (empty, _) = await RoundAsync(link, Manner.Never, cancel).ConfigureAwait(false);
            if (!empty.Failed)
            {
                return (Emptied(link, failed, empty), true);
            }
        }

        Continue(before);
        return (looked, applied && (await workshop.Release.UpAsync(File, link.Entry.Version, cancel).ConfigureAwait(false)).Done);
    }

    private Result Emptied(Link link, Result full, Result empty)
    {
        var touched = story.NewTables.Where(t => link.Entry.Tables.Contains(t, AsciiComparer.IgnoreCase)).ToList();
        var tables = touched.Count > 0 ? touched : story.NewTables;
        var fault = new Faults(link).OnlyEmpty(tables, full.Faults.First(f => f.Severity == Severity.Error));
        return new(empty.Proof with { ProvedEmpty = tables.ToItems() }, empty.Faults.Add(fault)) { LookedAtReleases = true };
    }

    // Each round's journal is complete in itself; a long one would only make the next rounds slower. What is applied, VersionInfo says.
    private void Forget()
    {
        // Nobody goes further back than one round, so what earlier ones keep is of no use any more.
        foreach (var kept in File.Connection.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'migrations~_kept~_%' ESCAPE '~'", r => r.GetString(0)))
        {
            File.Connection.Execute("DROP TABLE " + Quoted.Name(kept));
        }

        foreach (var table in Journal.Where(t => File.Connection.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = @p0", t) > 0))
        {
            File.Connection.Execute("DELETE FROM " + Quoted.Name(table));
        }
    }

}
