using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The options do not say what to do.</summary>
public static class OptionsUnclear
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9324", nameof(OptionsUnclear))
    {
        Title = "The options do not say what to do",
        Message = "The options do not say what to do: {0}. Nothing was changed. See --help for what each does.",
        Severity = Severity.Error,
    };
}
