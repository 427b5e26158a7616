using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Runner.Running;

/// <summary>One migration to run one way: everything that the run needs to know, wherever it comes from.</summary>
internal sealed record Work(Direction Direction, long Version, string Class, Items<Statement> Statements)
{
    /// <summary>Its semantic hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it runs in a transaction.</summary>
    public TransactionMode Transaction { get; init; }

    /// <summary>Whether it is listed among the applied versions; a profile's migration is not, and runs each time.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>What <c>VersionInfo</c> says of it.</summary>
    public string? Description { get; init; }

    /// <summary>What must hold before.</summary>
    public Items<Expectation> Before { get; init; } = Items<Expectation>.Empty;

    /// <summary>What must hold after.</summary>
    public Items<Expectation> After { get; init; } = Items<Expectation>.Empty;

    /// <summary>The answers that it assumes.</summary>
    public Items<Assumption> Assumptions { get; init; } = Items<Assumption>.Empty;

    /// <summary>The assemblies that its code steps need.</summary>
    public Items<CodeReference> CodeSteps { get; init; } = Items<CodeReference>.Empty;

    /// <summary>What each way keeps of the data that it destroys.</summary>
    public Items<KeptData> Keeps { get; init; } = Items<KeptData>.Empty;

    /// <summary>The numbers of the statements that are left out, because what they restore is gone.</summary>
    public IReadOnlySet<int> Skip { get; init; } = new HashSet<int>();

    /// <summary>What a rollback kept of it, and this run brings back.</summary>
    public Items<PlannedReturn> Returns { get; init; } = Items<PlannedReturn>.Empty;

    /// <summary>Whether a statement of Up has nothing to do, since no rollback kept what it would bring back.</summary>
    public bool IsIdle(int number) => Direction == Direction.Up && Statements[number - 1] is { Kind: StatementKind.Restore, Text: var text }
        && (KeptNames.In(text) is { Count: > 0 } names ? !names.All(n => Returns.Any(r => string.Equals(r.Name, n, StringComparison.OrdinalIgnoreCase))) : Returns.Count == 0);

    /// <summary>What the database keeps of it, as JSON; null on the way down.</summary>
    public string? Stored { get; init; }

    /// <summary>The hash of each statement that an interrupted run has done.</summary>
    public IReadOnlyDictionary<int, string> DoneAlready { get; init; } = new Dictionary<int, string>();
}
