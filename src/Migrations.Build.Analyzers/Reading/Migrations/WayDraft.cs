using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Analyzers.Reading.Drafts;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>One way of a migration as it was read.</summary>
internal sealed record WayDraft(IReadOnlyList<DraftNode> Nodes)
{
    /// <summary>Whether it always throws.</summary>
    public bool Throws { get; init; }

    /// <summary>What FluentMigrator would refuse.</summary>
    public IReadOnlyList<(string Problem, Position Place)> Problems { get; init; } = [];

    /// <summary>Whether what is done depends on the schema before it.</summary>
    public bool AsksSchema { get; } = Nodes.Any(n => n.AsksSchema);
}
