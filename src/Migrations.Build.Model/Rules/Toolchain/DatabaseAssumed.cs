using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Nothing says for which database the project is made.</summary>
public static class DatabaseAssumed
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9403", nameof(DatabaseAssumed))
    {
        Title = "Nothing says for which database the project is made",
        Message = "No package and no property says for which database the project is made, so 'sqlite' is assumed. Rules, SQL and bundle are for SQLite alone. State 'MigrationsDatabases' in the project file, such as 'postgres' or 'sqlserver;mysql'.",
        Severity = Severity.Info,
    };
}
