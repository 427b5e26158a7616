using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The table of the applied versions is not FluentMigrator's.</summary>
public static class VersionTableForeign
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9318", nameof(VersionTableForeign))
    {
        Title = "The table of the applied versions is not FluentMigrator's",
        Message = "Table '{0}' has the columns {1}, and the one that lists what is applied needs {2}. Nothing was changed. Rename that table, bring it to FluentMigrator's shape, or let the class with '[VersionTableMetaData]' name its columns.",
        Severity = Severity.Error,
    };
}
