using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Rules;

/// <summary>What a rule about the whole history looks at.</summary>
public sealed record HistoryPass
{
    /// <summary>The history.</summary>
    public required History History { get; init; }

    /// <summary>The databases that the project ships to.</summary>
    public required Items<DatabaseTarget> Targets { get; init; }

    /// <summary>What was released; null where no releases file says so.</summary>
    public ReleasesFile? Releases { get; init; }

    /// <summary>The day of the build.</summary>
    public DateTime Today { get; init; }

    /// <summary>The versioned migrations that are not released.</summary>
    public IEnumerable<Migration> Unreleased => History.Versioned.Where(m => Releases?.Find(m.Version) is null);
}
