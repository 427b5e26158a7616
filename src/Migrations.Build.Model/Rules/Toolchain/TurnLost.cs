using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Another runner came past the lock.</summary>
public static class TurnLost
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9320", nameof(TurnLost))
    {
        Title = "Another runner came past the lock",
        Message = "Another runner came past the lock of database '{0}'. The migration that ran was rolled back, and those before it stand. Look whether the file has two names or lies on a network drive without locks.",
        Severity = Severity.Error,
    };
}
