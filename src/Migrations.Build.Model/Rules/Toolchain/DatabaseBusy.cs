using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Another program holds the database.</summary>
public static class DatabaseBusy
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9303", nameof(DatabaseBusy))
    {
        Title = "Another program holds the database",
        Message = "Another program holds database '{0}' for longer than the lock timeout. Nothing was changed. End its transaction, or wait longer with --lock-timeout, and run again.",
        Severity = Severity.Error,
    };
}
