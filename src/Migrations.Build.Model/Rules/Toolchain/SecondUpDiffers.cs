using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Applying a migration again gives another result.</summary>
public static class SecondUpDiffers
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9205", nameof(SecondUpDiffers))
    {
        Title = "Applying a migration again gives another result",
        Message = "Migration '{0}' was applied, rolled back and applied again, and the second result differs from the first: {1}. A repeated release would not be what was tested. Make Down take away everything that Up made.",
        Severity = Severity.Error,
    };
}
