using Migrations.Build.Model;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Runner.Journal;

/// <summary>Where one migration stands, who brought it there and when.</summary>
public sealed record MigrationStatus(long Version, string Class, MigrationState State)
{
    /// <summary>When it was applied; null when it is not, or nobody noted it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The deployment that applied it; null where plain FluentMigrator did.</summary>
    public long? Deployment { get; init; }

    /// <summary>Its semantic hash when it was applied.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether it was adopted, and not applied, by this toolchain.</summary>
    public bool Baselined { get; init; }

    /// <summary>What cannot be read, rendered or proved of it, as far as a bundle tells.</summary>
    public Items<KnownProblem> Problems { get; init; } = Items<KnownProblem>.Empty;

    /// <summary>The statements that are done, where it is half applied.</summary>
    public int StatementsDone { get; init; }

    /// <summary>What went wrong when it last ran, where it is not applied.</summary>
    public string? Error { get; init; }
}
