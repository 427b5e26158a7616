using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Types;

/// <summary>A step has no form in SQLite. Whoever renders knows it and reports it; the rule has no check of its own.</summary>
public static class SqliteUnsupported
{
    /// <summary>The rule: what cannot be rendered (names in quotes), and why; without a why, it can, by a rebuild.</summary>
    public static Rule Rule { get; } = new("MIG0811", nameof(SqliteUnsupported))
    {
        Title = "A step has no form in SQLite",
        Message = "{0}{?1 cannot be rendered for SQLite: {1}. "
            + "The project ships to SQLite, and there the migration would fail or leave another schema. "
            + "Write it for the other databases under 'IfDatabase', and give SQLite a step of its own.}"
            + "{!1 works on SQLite by a rebuild of its table, which stands in the bundle. "
            + "FluentMigrator's own runner has no form for it there, and would throw. Apply the bundle with 'migrations apply', and read the rebuild in its SQL.}",
        Severity = Severity.Error,
    };
}
