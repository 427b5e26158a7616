using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A change cannot be rendered for a database.</summary>
public static class LostInRendering
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9103", nameof(LostInRendering))
    {
        Title = "A change cannot be rendered for a database",
        Message = "{0} cannot be rendered for {1}: {2}. That database would not get what the migration says. Write it for that database under 'IfDatabase', or leave it out there.",
        Severity = Severity.Error,
    };
}
