using System.Globalization;
using Migrations.Build.Builder.Reading;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Building;

/// <summary>
/// The release: freezes what the history holds into the releases file, whatever is found. What cannot be read, rendered or proved is recorded with its
/// reason, and stops no build from then on. Only an assembly that cannot be read at all is refused.
/// </summary>
internal static class ReleaseRun
{
    /// <summary>Runs it; the result is the process's exit code.</summary>
    public static async Task<int> RunAsync(Request request, ReleasesFile? releases, Protocol protocol)
    {
        var before = releases ?? ReleasesFile.Empty;
        var read = AssemblyReader.Read(request.ToRead(releases));
        // They are judged as what they are about to be.
        var line = before.With(read.History.Versioned.DistinctBy(m => m.Version).Select(m => new ReleasedMigration(m.Version, m.Class, "", request.Version)));
        var draft = Draft.Of(request, read, line);
        if (draft.Rendered is null)
        {
            Report.Write(Report.Show(draft.Findings.Where(Judgement.IsFixed), request), request, protocol);
            return 1;
        }

        var proof = await Proof.OfAsync(draft, line).ConfigureAwait(false);
        var migrations = draft.History.Migrations.ToLookup(m => m.Version);
        var entries = proof.Bundle.Manifest.Migrations.Where(m => m.Kind == MigrationKind.Versioned).DistinctBy(m => m.Version).ToDictionary(m => m.Version);
        var after = before.With(entries.Values.Select(e => Freeze(e, migrations[e.Version].First(m => m.FullName == e.FullName), request)))
            .Knowing(m => entries.TryGetValue(m.Version, out var entry) ? entry.Problems : m.Problems);
        Save(after, request.Releases);
        Say(after, before, Silenced(draft, proof, releases), request, protocol);
        return 0;
    }

    private static ReleasedMigration Freeze(MigrationEntry entry, Migration migration, Request request) => new(entry.Version, entry.Class, entry.Hash, request.Version)
    {
        Source = migration.SourceHash,
        Hashes = entry.Hashes.Where(h => request.Targets.Any(t => t.Kind == h.Database)).Select(h => new DatabaseHash(h.Database, h.Hash)).ToItems(),
    };

    // What a build without the new line would have said, and one with it does not.
    private static int Silenced(Draft draft, Proof proof, ReleasesFile? releases)
    {
        var proved = proof.Findings.Count(f => f.Severity == Severity.Info && releases?.Find(f.Version) is null && Model.Rules.RuleBook.Find(f.Rule)!.Severity > Severity.Info);
        return Pressing(draft.Judged(releases)) - Pressing(draft) + proved;
    }

    private static int Pressing(Draft draft) => Report.Show(draft.Findings, draft.Request).Count(s => s.Level >= Level.Warning);

    private static void Save(ReleasesFile file, string path)
    {
        var unfinished = path + "." + Path.GetRandomFileName();
        File.WriteAllText(unfinished, ReleasesWriter.Write(file));
        File.Move(unfinished, path, overwrite: true);
    }

    private static void Say(ReleasesFile after, ReleasesFile before, int silenced, Request request, Protocol protocol)
    {
        var frozen = after.Migrations.Where(m => before.Find(m.Version) is null).ToList();
        foreach (var migration in frozen)
        {
            var known = migration.Problems.Count == 0 ? "" : $", with {FindingText.List([.. migration.Problems.Select(p => p.Rule).Distinct()])}";
            protocol.Say(string.Create(CultureInfo.InvariantCulture, $"Released in {request.Version}: {migration.Version} {migration.Name}{known}"));
        }

        protocol.Say(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(request.Releases)}: {Counted.Of(frozen.Count, "migration")} frozen, {Counted.Of(silenced, "finding")} silenced"));
    }
}
