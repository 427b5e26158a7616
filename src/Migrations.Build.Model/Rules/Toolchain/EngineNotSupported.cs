using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>This version does not run migrations on the engine.</summary>
public static class EngineNotSupported
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9326", nameof(EngineNotSupported))
    {
        Title = "This version does not run migrations on the engine",
        Message = "This version runs migrations on {1} and not on {0}. Nothing was changed. Use FluentMigrator's own runner there for now.",
        Severity = Severity.Error,
    };
}
