using Migrations.Build.Model.Findings;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Runner.Journal;

/// <summary>Where a database stands. What the version table lists is applied, whoever applied it; the journal knows more about it.</summary>
internal sealed record HistoryState
{
    /// <summary>A database that nobody migrated.</summary>
    public static HistoryState Empty { get; } = new();

    /// <summary>The applied migrations in the order in which they were applied.</summary>
    public IReadOnlyList<AppliedMigration> Applied { get; init; } = [];

    /// <summary>The migrations that were begun outside of a transaction and are not done.</summary>
    public IReadOnlyList<UnfinishedMigration> Unfinished { get; init; } = [];

    /// <summary>The last failure of each version.</summary>
    public IReadOnlyDictionary<long, string> Errors { get; init; } = new Dictionary<long, string>();

    /// <summary>The runs so far, the newest first.</summary>
    public IReadOnlyList<Run> Runs { get; init; } = [];

    /// <summary>The rollback that nobody brought to its end; null where the last deployment was none, or ended.</summary>
    public BrokenRollback? BrokenRollback { get; init; }

    /// <summary>What rollbacks kept of what was written since, for the next apply.</summary>
    public IReadOnlyList<KeptTable> Waiting { get; init; } = [];

    /// <summary>Whether every table of the history is there.</summary>
    public bool HasTables { get; init; }

    /// <summary>Whether there is a table that lists what is applied.</summary>
    public bool HasVersions { get; init; }

    /// <summary>Whether there is a journal.</summary>
    public bool HasJournal { get; init; }

    /// <summary>What is wrong with the table that should list what is applied; null where it is as it should be, or not there.</summary>
    public Finding? WrongTable { get; init; }

    /// <summary>The highest applied version; zero when none is.</summary>
    public long Current => Applied.Count == 0 ? 0 : Applied.Max(a => a.Version);
}
