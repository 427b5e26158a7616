using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Types;

/// <summary>A step has no form in SQLite. Whoever renders knows it and reports it; the rule has no check of its own.</summary>
public static class SqliteUnsupported
{
    /// <summary>The rule: what cannot be rendered (names in quotes), and why.</summary>
    public static Rule Rule { get; } = new("MIG0811", nameof(SqliteUnsupported))
    {
        Title = "A step has no form in SQLite",
        Message = "{0} cannot be rendered for SQLite: {1}. "
            + "The project ships to SQLite, and there the migration would fail or leave another schema. "
            + "Write it for the other databases under 'IfDatabase', and give SQLite a step of its own.",
        Severity = Severity.Error,
    };
}
