using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration works only while a table is empty.</summary>
public static class WorksOnlyWhileEmpty
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9207", nameof(WorksOnlyWhileEmpty))
    {
        Title = "A migration works only while a table is empty",
        Message = "Migration '{0}' works only while table '{1}' is empty: {2}. It fails as soon as the table has rows. Give the rows a value first.",
        Severity = Severity.Warning,
    };
}
