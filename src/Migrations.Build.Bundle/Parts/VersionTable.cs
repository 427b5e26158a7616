namespace Migrations.Build.Bundle.Parts;

/// <summary>The table in which FluentMigrator lists what is applied, as a class with <c>[VersionTableMetaData]</c> describes it.</summary>
public sealed record VersionTable(string Name)
{
    /// <summary>The table that FluentMigrator makes where no class describes another.</summary>
    public static VersionTable Default { get; } = new("VersionInfo");

    /// <summary>Its schema, where the engine has schemas.</summary>
    public string? Schema { get; init; }

    /// <summary>The column of the version.</summary>
    public string VersionColumn { get; init; } = "Version";

    /// <summary>The column of the time.</summary>
    public string AppliedOnColumn { get; init; } = "AppliedOn";

    /// <summary>The column of the description.</summary>
    public string DescriptionColumn { get; init; } = "Description";

    /// <summary>The unique index over the version.</summary>
    public string UniqueIndex { get; init; } = "UC_Version";

    /// <summary>Whether the version is a primary key as well.</summary>
    public bool HasPrimaryKey { get; init; }
}
