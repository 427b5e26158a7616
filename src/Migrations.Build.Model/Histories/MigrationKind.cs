namespace Migrations.Build.Model.Histories;

/// <summary>When a migration runs.</summary>
public enum MigrationKind
{
    /// <summary>Once, in the order of its version.</summary>
    Versioned,

    /// <summary>At each run with its profile; FluentMigrator does not version it.</summary>
    Profile,

    /// <summary>At a stage of each run; FluentMigrator does not version it.</summary>
    Maintenance,
}
