using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>An operation is not complete.</summary>
public static class OperationIncomplete
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9109", nameof(OperationIncomplete))
    {
        Title = "An operation is not complete",
        Message = "{0} of migration '{1}' holds an operation that FluentMigrator refuses: {2}. A release would fail there. Complete the call.",
        Severity = Severity.Error,
    };
}
