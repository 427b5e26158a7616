using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Findings;

/// <summary>What a rule found: facts only. Text, help link and usual severity come from the rule's own record, at the edge.</summary>
/// <param name="Rule">The rule's id, such as <c>MIG0201</c>.</param>
/// <param name="Values">The facts for the placeholders of the rule's message, in order.</param>
public sealed record Finding(string Rule, Items<string> Values)
{
    /// <summary>The severity where it differs from the rule's own.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The version of the migration it is about; zero when it is about no versioned migration.</summary>
    public long Version { get; init; }

    /// <summary>The class of the migration it is about.</summary>
    public string? Class { get; init; }

    /// <summary>The databases for which it holds; empty when it holds for every target, or is about none in particular.</summary>
    public Items<DatabaseKind> Databases { get; init; } = Items<DatabaseKind>.Empty;

    /// <summary>Where it points.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether it points at a class for want of a line, as where a base class does the work, so that its text names the migration.</summary>
    public bool NamesMigration { get; init; }

    /// <summary>The acceptance that silences it; null where it stands.</summary>
    public Acceptance? Accepted { get; init; }
}
