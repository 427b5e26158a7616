using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration is not in the bundle, as the build cannot make its class.</summary>
public static class MigrationWillNotRun
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9102", nameof(MigrationWillNotRun))
    {
        Title = "The build cannot make a migration class",
        Message = "Class '{0}' is a migration that the build cannot make: {1}. So the bundle does without it, and the change is not in the release. Give it a public constructor without parameters.",
        Severity = Severity.Warning,
    };
}
