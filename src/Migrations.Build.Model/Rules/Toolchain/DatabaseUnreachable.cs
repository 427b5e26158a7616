using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The database cannot be used.</summary>
public static class DatabaseUnreachable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9301", nameof(DatabaseUnreachable))
    {
        Title = "The database cannot be used",
        Message = "Database '{0}' cannot be used: {1}. Nothing was changed. Check the connection string, the path and the permissions.",
        Severity = Severity.Error,
    };
}
