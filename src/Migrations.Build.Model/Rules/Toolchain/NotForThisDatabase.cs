using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The bundle is not built for this engine.</summary>
public static class NotForThisDatabase
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9316", nameof(NotForThisDatabase))
    {
        Title = "The bundle is not built for this engine",
        Message = "Bundle '{0}' is built for {1} and not for {2}. Nothing was changed. Add the engine to MigrationsDatabases and build again.",
        Severity = Severity.Error,
    };
}
