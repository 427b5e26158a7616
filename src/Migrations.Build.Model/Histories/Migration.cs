using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Histories;

/// <summary>A migration class as a record.</summary>
/// <param name="Version">Its version; zero for profiles and maintenance migrations.</param>
/// <param name="Class">The class's name without namespace.</param>
public sealed record Migration(long Version, string Class)
{
    /// <summary>The class's full name.</summary>
    public string FullName { get; init; } = Class;

    /// <summary>The description in its attribute.</summary>
    public string? Description { get; init; }

    /// <summary>When it runs.</summary>
    public MigrationKind Kind { get; init; }

    /// <summary>Whether it runs in a transaction.</summary>
    public TransactionMode Transaction { get; init; }

    /// <summary>Whether its attribute says that it breaks running applications.</summary>
    public bool BreakingChange { get; init; }

    /// <summary>Its tags.</summary>
    public Items<string> Tags { get; init; } = Items<string>.Empty;

    /// <summary>Whether one requested tag is enough (FluentMigrator's <c>RequireAny</c>).</summary>
    public bool AnyTag { get; init; }

    /// <summary>The profile, or the maintenance stage, that runs it.</summary>
    public string? Occasion { get; init; }

    /// <summary>Why it exists.</summary>
    public Rationale? Rationale { get; init; }

    /// <summary>The statement that it cannot be undone.</summary>
    public ForwardOnly? ForwardOnly { get; init; }

    /// <summary>Its expected outcomes.</summary>
    public Items<Expectation> Expectations { get; init; } = Items<Expectation>.Empty;

    /// <summary>The risks taken on it.</summary>
    public Items<Acceptance> Acceptances { get; init; } = Items<Acceptance>.Empty;

    /// <summary>The tables and columns that its opaque steps declare; empty where nothing was declared.</summary>
    public Items<string> Touches { get; init; } = Items<string>.Empty;

    /// <summary>What it does, per group of databases for which it does the same; every target database is in one group.</summary>
    public Items<Script> Scripts { get; init; } = Items<Script>.Empty;

    /// <summary>The XML summary of its class: empty where there is none, null where no source was read.</summary>
    [NotCanonical]
    public string? Summary { get; init; }

    /// <summary>The hash that the compiler noted of the file in which the class stands; null where that is not known.</summary>
    [NotCanonical]
    public string? SourceHash { get; init; }

    /// <summary>The digest of its code, where what it does cannot be read; null where it can.</summary>
    [NotCanonical]
    public string? CodeHash { get; init; }

    /// <summary>Whether what applies it can be read on every database.</summary>
    public bool IsRead => Scripts.All(s => s.Up.All(step => step.Operation is not Operations.Opaque));

    /// <summary>Its semantic hash on each database for which it was rendered; empty before it was.</summary>
    [NotCanonical]
    public Items<DatabaseHash> Hashes { get; init; } = Items<DatabaseHash>.Empty;

    /// <summary>Where the class stands.</summary>
    [NotCanonical]
    public Place? Place { get; init; }

    /// <summary>Where its Down stands.</summary>
    [NotCanonical]
    public Place? DownPlace { get; init; }

    /// <summary>What it does on a database; null when that is no target.</summary>
    public Script? For(DatabaseKind database) => Scripts.FirstOrDefault(s => s.Databases.Contains(database));
}
