using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Rules;

/// <summary>What a rule about the whole history looks at.</summary>
public sealed record HistoryPass
{
    /// <summary>The history as far as its classes say it, without what the migrations do where that is not read yet.</summary>
    public required History Outline { get; init; }

    /// <summary>The history with all that it does.</summary>
    public required Lazy<History> Whole { get; init; }

    /// <summary>The databases that the project ships to.</summary>
    public required Items<DatabaseTarget> Targets { get; init; }

    /// <summary>What was released; null where no releases file says so.</summary>
    public ReleasesFile? Releases { get; init; }

    /// <summary>The day of the build.</summary>
    public DateTime Today { get; init; }

    /// <summary>The outlines of the versioned migrations that are not released.</summary>
    public IEnumerable<Migration> Unreleased => Outline.Migrations.Where(IsUnreleased);

    /// <summary>A history that is at hand.</summary>
    public static HistoryPass Of(History history, Items<DatabaseTarget> targets, ReleasesFile? releases, DateTime today) =>
        new() { Outline = history, Whole = AtHand(history), Targets = targets, Releases = releases, Today = today };

    private static Lazy<History> AtHand(History history)
    {
        var whole = new Lazy<History>(() => history);
        _ = whole.Value;
        return whole;
    }

    /// <summary>Whether a migration is versioned and not released.</summary>
    public bool IsUnreleased(Migration migration) => migration.Kind == MigrationKind.Versioned && Releases?.Find(migration.Version) is null;
}
