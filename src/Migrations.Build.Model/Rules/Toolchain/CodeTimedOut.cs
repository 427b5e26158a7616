using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The code of a migration did not end in time.</summary>
public static class CodeTimedOut
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9104", nameof(CodeTimedOut))
    {
        Title = "The code of a migration did not end in time",
        Message = "The code of '{0}' did not end within {1} seconds. The build cannot read what it does. Take waits, endless loops and network access out of it.",
        Severity = Severity.Error,
    };
}
