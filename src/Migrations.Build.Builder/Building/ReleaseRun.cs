using System.Globalization;
using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Building;

/// <summary>The release: freezes what the history holds into the releases file, findings or not. Only what cannot be read is refused.</summary>
internal static class ReleaseRun
{
    /// <summary>Runs it; the result is the process's exit code.</summary>
    public static int Run(Request request, ReleasesFile? releases, Protocol protocol)
    {
        var draft = Draft.Of(request, releases);
        if (draft.Rendered is null)
        {
            Report.Write(Report.Show(draft.Findings.Where(Judgement.IsUnforgivable), request), request, protocol);
            return 1;
        }

        var before = releases ?? ReleasesFile.Empty;
        var migrations = draft.History.Migrations.ToDictionary(m => m.FullName, StringComparer.Ordinal);
        var versioned = draft.ToBundle().Manifest.Migrations.Where(m => m.Kind == MigrationKind.Versioned && before.Find(m.Version) is null).DistinctBy(m => m.Version);
        var after = before.With(versioned.Select(m => Freeze(m, migrations[m.FullName], request)));
        Save(after, request.Releases);
        Say(after.Migrations.Where(m => before.Find(m.Version) is null).ToItems(), Silenced(draft, after), request, protocol);
        return 0;
    }

    private static ReleasedMigration Freeze(MigrationEntry entry, Migration migration, Request request) => new(entry.Version, entry.Class, entry.Hash, request.Version)
    {
        Source = migration.SourceHash,
        Hashes = entry.Hashes.Where(h => request.Targets.Any(t => t.Kind == h.Database)).Select(h => new DatabaseHash(h.Database, h.Hash)).ToItems(),
    };

    private static int Silenced(Draft draft, ReleasesFile after) =>
        Pressing(draft) - Pressing(draft.Judged(after));

    private static int Pressing(Draft draft) => Report.Show(draft.Findings, draft.Request).Count(s => s.Level >= Level.Warning);

    private static void Save(ReleasesFile file, string path)
    {
        var unfinished = path + "." + Path.GetRandomFileName();
        File.WriteAllText(unfinished, ReleasesWriter.Write(file));
        File.Move(unfinished, path, overwrite: true);
    }

    private static void Say(Items<ReleasedMigration> frozen, int silenced, Request request, Protocol protocol)
    {
        foreach (var migration in frozen)
        {
            protocol.Say(string.Create(CultureInfo.InvariantCulture, $"Released in {request.Version}: {migration.Version} {migration.Name}"));
        }

        protocol.Say(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(request.Releases)}: {Counted.Of(frozen.Count, "migration")} frozen, {Counted.Of(silenced, "finding")} silenced"));
    }
}
