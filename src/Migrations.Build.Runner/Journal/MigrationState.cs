namespace Migrations.Build.Runner.Journal;

/// <summary>Where a migration stands in a database.</summary>
public enum MigrationState
{
    /// <summary>It is applied.</summary>
    Applied,

    /// <summary>It would run.</summary>
    Pending,

    /// <summary>Some of its statements took effect, and it is not done.</summary>
    HalfApplied,

    /// <summary>It is applied, and the bundle does not hold it.</summary>
    NotInBundle,

    /// <summary>It is not run without being asked for.</summary>
    NotRun,
}
