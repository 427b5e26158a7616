using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Rendering;

/// <summary>What an engine would not get of an operation.</summary>
/// <param name="What">The part, with names in quotes, as the subject of a sentence.</param>
/// <param name="Why">The reason, as a clause without a full stop.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record Loss(string What, string Why, Severity Severity = Severity.Error)
{
    /// <summary>The rule for what is lost in rendering.</summary>
    public const string InRendering = "MIG9103";

    /// <summary>The rule for what SQLite cannot do.</summary>
    public const string OnSqlite = "MIG0811";

    /// <summary>The rule that speaks of it.</summary>
    public string Rule { get; init; } = InRendering;
}
