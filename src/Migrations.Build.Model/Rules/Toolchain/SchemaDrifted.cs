using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The live schema is not what the history gives.</summary>
public static class SchemaDrifted
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9323", nameof(SchemaDrifted))
    {
        Title = "The live schema is not what the history gives",
        Message = "The live schema differs from the history in {0}: {1}. Other migrations may fail or do harm on it. Bring it back by hand, or put the difference into a migration.",
        Severity = Severity.Error,
    };
}
