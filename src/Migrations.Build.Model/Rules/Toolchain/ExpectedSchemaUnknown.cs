using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The schema of the history cannot be made.</summary>
public static class ExpectedSchemaUnknown
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9330", nameof(ExpectedSchemaUnknown))
    {
        Title = "The schema of the history cannot be made",
        Message = "The schema that the applied migrations give cannot be made in an empty database: {0}. Whether the live schema differs from it is not known. Look whether the bundle was verified.",
        Severity = Severity.Error,
    };
}
