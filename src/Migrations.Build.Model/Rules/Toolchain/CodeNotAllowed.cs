using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A code step needs consent.</summary>
public static class CodeNotAllowed
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9314", nameof(CodeNotAllowed))
    {
        Title = "A code step needs consent",
        Message = "Migration {0} '{1}' runs code of the bundle ('{2}'). Nothing was changed. Review the code, and run again with --allow-code.",
        Severity = Severity.Error,
    };
}
