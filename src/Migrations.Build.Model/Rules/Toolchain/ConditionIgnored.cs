using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration constraint is not evaluated.</summary>
public static class ConditionIgnored
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9111", nameof(ConditionIgnored))
    {
        Title = "A migration constraint is not evaluated",
        Message = "Class '{0}' has a migration constraint, which is code that only FluentMigrator's own runner evaluates. The bundle always runs the migration. Use tags, or ask the schema in the migration itself.",
        Severity = Severity.Warning,
    };
}
