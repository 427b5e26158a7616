using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A table that is to be rebuilt is not as the history makes it.</summary>
public static class TableDiffers
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9331", nameof(TableDiffers))
    {
        Title = "A table that is to be rebuilt is not as the history makes it",
        Message = "Migration {0} '{1}' makes a table anew from what the history says of it, and this database has it otherwise: {2}. The rebuild would lose that, and the migration {3}. Bring the table back by hand, or put the difference into a migration.",
        Severity = Severity.Error,
    };
}
