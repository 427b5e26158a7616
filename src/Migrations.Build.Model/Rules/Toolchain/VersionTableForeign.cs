using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The table VersionInfo is not FluentMigrator's.</summary>
public static class VersionTableForeign
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9318", nameof(VersionTableForeign))
    {
        Title = "The table VersionInfo is not FluentMigrator's",
        Message = "Table 'VersionInfo' has the columns {0}, and FluentMigrator's has 'Version', 'AppliedOn' and 'Description'. Nothing was changed. Rename that table, or bring it to FluentMigrator's shape.",
        Severity = Severity.Error,
    };
}
