using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Rows differ after a rollback.</summary>
public static class RowsNotRestored
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9204", nameof(RowsNotRestored))
    {
        Title = "Rows differ after a rollback",
        Message = "After Up and Down of migration '{0}' rows of table '{1}' are not what they were: {2}. A rollback would change data. Make Down give the values back.",
        Severity = Severity.Error,
    };
}
