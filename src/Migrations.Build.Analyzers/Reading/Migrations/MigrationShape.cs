namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>Which of FluentMigrator's base classes a migration has.</summary>
internal enum MigrationShape
{
    /// <summary>Both ways are written.</summary>
    TwoWays,

    /// <summary>FluentMigrator reverses Up.</summary>
    Reversing,

    /// <summary>There is no way back.</summary>
    ForwardOnly,

    /// <summary>Scripts named after the class.</summary>
    Scripted,
}
