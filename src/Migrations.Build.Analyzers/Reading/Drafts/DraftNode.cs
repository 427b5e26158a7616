using Migrations.Build.Analyzers.Reading.Chains;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Drafts;

/// <summary>A piece of a body as it was read, before it is known for which database and against which schema.</summary>
internal abstract class DraftNode
{
    /// <summary>Whether the schema before it can decide what is done.</summary>
    public virtual bool AsksSchema => false;
}

/// <summary>What a call of a chain adds.</summary>
internal sealed class ChainNode(Chain chain, int call) : DraftNode
{
    public Chain Chain { get; } = chain;

    public int Call { get; } = call;
}

/// <summary>An operation, or something that cannot be followed.</summary>
internal sealed class StepNode(Operation operation, Position place) : DraftNode
{
    public Operation Operation { get; } = operation;

    public Position Place { get; } = place;
}

/// <summary>A question that is asked at this point.</summary>
internal sealed class AskNode(Question question) : DraftNode
{
    public Question Question { get; } = question;

    public override bool AsksSchema => true;
}

/// <summary>What is done on some databases only.</summary>
internal sealed class DatabaseNode(DatabaseCondition condition, IReadOnlyList<DraftNode> body) : DraftNode
{
    public DatabaseCondition Condition { get; } = condition;

    public IReadOnlyList<DraftNode> Body { get; } = body;

    public override bool AsksSchema => Body.Any(n => n.AsksSchema);
}

/// <summary>Two ways, of which the schema decides one, or nobody knows which.</summary>
/// <param name="condition">What decides; null where it cannot be told.</param>
/// <param name="why">Why it cannot be told.</param>
internal sealed class ForkNode(SchemaCondition? condition, string? why, Position place) : DraftNode
{
    public SchemaCondition? Condition { get; } = condition;

    public string? Why { get; } = why;

    public Position Place { get; } = place;

    public List<DraftNode> Then { get; } = [];

    public List<DraftNode> Else { get; } = [];

    public override bool AsksSchema => Condition is not null || Then.Concat(Else).Any(n => n.AsksSchema);
}
