using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The assembly has no migrations.</summary>
public static class NoMigrations
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9106", nameof(NoMigrations))
    {
        Title = "The assembly has no migrations",
        Message = "Assembly '{0}' has no migrations. The bundle is empty. Add a public class with a [Migration] attribute, or set 'MigrationsEnabled' to 'false' in this project.",
        Severity = Severity.Info,
    };
}
