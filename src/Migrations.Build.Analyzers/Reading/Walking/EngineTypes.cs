namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>What FluentMigrator 8's processors call their <c>DatabaseType</c>: what a predicate of <c>IfDatabase</c> sees.</summary>
internal static class EngineTypes
{
    public static readonly string[] All =
    [
        "SQLite", "PostgreSQL", "Postgres92", "PostgreSQL92", "PostgreSQL10_0", "PostgreSQL11_0", "PostgreSQL15_0",
        "MySql", "MySql4", "MySql5", "MySql8", "MariaDB",
        "SqlServer", "SqlServer2000", "SqlServer2005", "SqlServer2008", "SqlServer2012", "SqlServer2014", "SqlServer2016",
    ];
}
