using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A rollback does not bring data back.</summary>
public static class DataLostOnRollback
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9209", nameof(DataLostOnRollback))
    {
        Title = "A rollback does not bring data back",
        Message = "Rolling migration '{0}' back does not bring data back: {1}. The schema returns and the values do not. Keep them in another column or table if they may be needed.",
        Severity = Severity.Info,
    };
}
