using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The class that describes the table of the applied versions cannot be read.</summary>
public static class VersionTableUnreadable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9120", nameof(VersionTableUnreadable))
    {
        Title = "The class that describes the version table cannot be read",
        Message = "Class '{0}' describes the table that lists what is applied, and it cannot be read: {1}. A release would look for another table and apply everything again. Give the class a constructor without parameters, and constants.",
        Severity = Severity.Error,
    };
}
