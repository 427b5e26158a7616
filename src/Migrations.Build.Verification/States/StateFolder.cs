using System.IO.Hashing;
using System.Text;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.States;

/// <summary>
/// Keeps what was proved in a folder. Every file is written whole under a name of its own, so that two builds do not disturb each other;
/// what is not as it was written is ignored.
/// </summary>
internal sealed class StateFolder(string? folder, string releases)
{
    private const int Most = 10;
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>The state of the longest beginning of the chain that was proved before, with the number of its migrations; null when there is none.</summary>
    public (SavedState State, int Count)? Find(IReadOnlyList<Link> links)
    {
        for (var count = links.Count; count > 0; count--)
        {
            if (folder is not null && File.Exists(PathOf(links[count - 1].Key)) && Read(links[count - 1].Key) is { } state && state.Results.Count == count
                && (state.Releases == releases || !state.Results.Any(r => r.LookedAtReleases))
                && (count == links.Count || DatabaseOf(state) is not null))
            {
                return (state, count);
            }
        }

        return null;
    }

    /// <summary>The database file of a state; null when it is not what was written.</summary>
    public string? DatabaseOf(SavedState state)
    {
        var path = Path.Combine(folder!, Path.GetFileName(state.File));
        try
        {
            return DigestOf(path) == state.Digest ? path : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a state. A folder that cannot be written to costs time and nothing else.</summary>
    public void Save(string key, string database, IEnumerable<Result> results, Past past)
    {
        if (folder is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var part = Path.Combine(folder, $"{Guid.NewGuid():n}.part");
            File.Copy(database, part);
            var digest = DigestOf(part);
            var name = $"{key}-{digest[..12]}.db";
            File.Move(part, Path.Combine(folder, name), overwrite: true);
            var state = new SavedState(key, name, digest, releases) { Results = results.ToItems(), Past = past };
            File.WriteAllText(part, JsonWriter.Compact(RecordJson.Write(state)), new UTF8Encoding(false));
            File.Move(part, PathOf(key), overwrite: true);
            Clean();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another build may have the file open, or the disk may be full: the next build proves again.
        }
    }

    private void Clean()
    {
        var states = new DirectoryInfo(folder!).GetFiles("*.json").OrderByDescending(f => f.LastWriteTimeUtc).ToList();
        foreach (var old in states.Skip(Most))
        {
            old.Delete();
        }

        var kept = states.Take(Most).Select(f => Path.GetFileNameWithoutExtension(f.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(folder!).GetFiles().Where(f => f.Extension is ".db" or ".part" && DateTime.UtcNow - f.LastWriteTimeUtc > Abandoned && !kept.Contains(f.Name.Split('-')[0])))
        {
            file.Delete();
        }
    }

    private SavedState? Read(string key)
    {
        try
        {
            return RecordJson.Read<SavedState>(JsonReader.Read(File.ReadAllText(PathOf(key)))) is { } state && state.Key == key ? state : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private string PathOf(string key) => Path.Combine(folder!, key + ".json");

    private static string DigestOf(string path)
    {
        using var stream = File.OpenRead(path);
        var hash = new XxHash128();
        hash.Append(stream);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
