namespace Migrations.Build.Analyzers.Reading.Drafts;

/// <summary>A truth value made of answers about the schema.</summary>
internal abstract record SchemaCondition;

/// <summary>An answer.</summary>
/// <param name="Question">The question, which was asked before.</param>
internal sealed record Answered(Question Question) : SchemaCondition;

/// <summary>The opposite.</summary>
internal sealed record Not(SchemaCondition Inner) : SchemaCondition;

/// <summary>Both, or either.</summary>
internal sealed record Joined(SchemaCondition Left, SchemaCondition Right, bool Both) : SchemaCondition;
