using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration was proved without rows, since none could be made up that suit it.</summary>
public static class RowsNotForeseen
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9212", nameof(RowsNotForeseen))
    {
        Title = "A migration was proved without rows that suit it",
        Message = "Migration '{0}' was proved without rows {1}: {2}. What happens to such rows was not seen. Give values for {3} in 'migrations.samples.json'.",
        Severity = Severity.Info,
    };
}
