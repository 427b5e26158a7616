using Migrations.Build.Model;

namespace Migrations.Build.Bundle.Parts;

/// <summary>The part <c>bundle.json</c>: what is in the bundle, and the digest of every other part. Its own digest is the bundle's identity.</summary>
public sealed record Manifest(int Format, string Name, string Version)
{
    /// <summary>The format that this toolchain writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The target databases with their oldest versions, such as <c>postgres:14</c>.</summary>
    public Items<string> Databases { get; init; } = Items<string>.Empty;

    /// <summary>The version of FluentMigrator that the migrations were read and rendered with.</summary>
    public string FluentMigrator { get; init; } = "";

    /// <summary>The version of this toolchain.</summary>
    public string Toolchain { get; init; } = "";

    /// <summary>The migrations: the versioned ones in order, then profiles and maintenance.</summary>
    public Items<MigrationEntry> Migrations { get; init; } = Items<MigrationEntry>.Empty;

    /// <summary>Patterns, with <c>*</c> and <c>?</c>, of tables in the database that are none of the history's.</summary>
    public Items<string> IgnoreTables { get; init; } = Items<string>.Empty;

    /// <summary>The table that lists what is applied; null for the one that FluentMigrator makes.</summary>
    public VersionTable? VersionTable { get; init; }

    /// <summary>Every other part, by name.</summary>
    public Items<PartDigest> Parts { get; init; } = Items<PartDigest>.Empty;
}
