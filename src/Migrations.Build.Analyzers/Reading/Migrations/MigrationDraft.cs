using Microsoft.CodeAnalysis;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>A migration class as it was read from its source, before it is known for which database and against which schema.</summary>
/// <param name="Facts">What its attributes say; its scripts are empty.</param>
/// <param name="Up">Its Up.</param>
/// <param name="Down">Its Down; null where FluentMigrator derives it, or there is none by the class's kind.</param>
internal sealed record MigrationDraft(Migration Facts, WayDraft Up, WayDraft? Down)
{
    /// <summary>What kind of class it is.</summary>
    public required MigrationShape Shape { get; init; }

    /// <summary>Whether its version could be told.</summary>
    public bool HasVersion { get; init; } = true;

    /// <summary>Whether what it does depends on the schema before it.</summary>
    public bool AsksSchema => Up.AsksSchema || Down is { AsksSchema: true };

    /// <summary>The files that were looked into, besides its own.</summary>
    public IReadOnlyList<SyntaxTree> Others { get; init; } = [];
}
