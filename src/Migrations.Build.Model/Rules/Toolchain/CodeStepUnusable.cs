using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A code step cannot be run.</summary>
public static class CodeStepUnusable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9329", nameof(CodeStepUnusable))
    {
        Title = "A code step cannot be run",
        Message = "Code step '{2}' of migration {0} '{1}' cannot be run: {3}. The migration {4}. Build the bundle again from a step that needs nothing but the connection.",
        Severity = Severity.Error,
    };
}
