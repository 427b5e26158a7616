using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The bundle names another table of the applied versions than the database has.</summary>
public static class VersionTableChanged
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9350", nameof(VersionTableChanged))
    {
        Title = "The bundle names another table of the applied versions",
        Message = "The database lists what is applied in table '{0}', and the bundle in '{1}'. By the bundle's table nothing would count as applied, so nothing was changed. Let the class with '[VersionTableMetaData]' name the table of the database again.",
        Severity = Severity.Error,
    };
}
