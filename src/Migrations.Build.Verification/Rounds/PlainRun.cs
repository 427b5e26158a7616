using Microsoft.Data.Sqlite;
using Migrations.Build.Model;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Runs a migration on a file as SQLite makes it, with the settings that the migrations before gave it.</summary>
internal sealed class PlainRun(Workshop workshop, Link link, Past past)
{
    /// <summary>What fails there; nothing is compared.</summary>
    /// <param name="file">The file as the migrations before left it.</param>
    /// <param name="path">Where the other one is made.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Items<Fault>> FaultsAsync(ScratchFile file, string path, CancellationToken cancel)
    {
        var text = Make(file, path);
        var faults = new Faults(link, workshop.Written);
        var up = await workshop.Release.UpAsync(text, link.Entry.Version, cancel).ConfigureAwait(false);
        if (!up.Done || link.WhyNoDown is not null)
        {
            return up.Done ? Items<Fault>.Empty : Items.Of(faults.Of(up, inDown: false));
        }

        var down = await workshop.Release.DownAsync(text, link.Previous, cancel).ConfigureAwait(false);
        var again = down.Done ? await workshop.Release.UpAsync(text, link.Entry.Version, cancel).ConfigureAwait(false) : down;
        return !down.Done ? Items.Of(faults.Of(down, inDown: true))
            : again.Done ? Items<Fault>.Empty
            : Items.Of(faults.Again(["it fails, because " + faults.Reason(again)]));
    }

    private string Make(ScratchFile file, string path)
    {
        // Without pointers between pages, and without a write-ahead log: https://sqlite.org/lang_vacuum.html
        file.Connection.Execute("PRAGMA auto_vacuum = NONE");
        file.Connection.Execute("VACUUM INTO @p0", path);
        file.Connection.Execute("PRAGMA auto_vacuum = INCREMENTAL");
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;
        using var connection = new SqliteConnection(text);
        connection.Open();
        foreach (var setting in past.Settings)
        {
            connection.Execute(setting);
        }

        return text;
    }
}
