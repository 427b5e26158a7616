using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Bundle.Parts;

/// <summary>What a bundle is made from.</summary>
public sealed record BundleSource
{
    /// <summary>The bundle's name.</summary>
    public required string Name { get; init; }

    /// <summary>The bundle's version.</summary>
    public required string Version { get; init; }

    /// <summary>The target databases.</summary>
    public required Items<DatabaseTarget> Targets { get; init; }

    /// <summary>The version of FluentMigrator.</summary>
    public required string FluentMigrator { get; init; }

    /// <summary>The history.</summary>
    public required History History { get; init; }

    /// <summary>The statements of each migration of the history, in the history's order, on every target database (and on SQLite, for verification, when it is no target) for which it could be rendered.</summary>
    public required Items<Items<RenderedMigration>> Rendered { get; init; }

    /// <summary>What cannot be read, rendered or proved of released migrations, by their versions.</summary>
    public IReadOnlyDictionary<long, Items<KnownProblem>> Problems { get; init; } = new Dictionary<long, Items<KnownProblem>>();

    /// <summary>What speaks against the rollbacks of migrations, by their versions; of others it was proved, or nobody was asked to.</summary>
    public IReadOnlyDictionary<long, RollbackDoubt> Doubts { get; init; } = new Dictionary<long, RollbackDoubt>();

    /// <summary>The schema after the last migration on each target database.</summary>
    public required Items<Schema> Schemas { get; init; }

    /// <summary>Every finding, the accepted ones among them.</summary>
    public required Items<Finding> Findings { get; init; }

    /// <summary>The files under <c>code/</c>, by name.</summary>
    public required Items<CodeFile> CodeFiles { get; init; }

    /// <summary>The table that lists what is applied; null for the one that FluentMigrator makes.</summary>
    public VersionTable? VersionTable { get; init; }

    /// <summary>Patterns, with <c>*</c> and <c>?</c>, of tables in the database that are none of the history's.</summary>
    public Items<string> IgnoreTables { get; init; } = Items<string>.Empty;
}
