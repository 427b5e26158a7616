using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The schema differs after a rollback.</summary>
public static class SchemaNotRestored
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9203", nameof(SchemaNotRestored))
    {
        Title = "The schema differs after a rollback",
        Message = "After Up and Down of migration '{0}' the schema is not what it was: {1}. The application of the release before would meet a database that it does not know. Make Down restore it.",
        Severity = Severity.Error,
    };
}
