using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;

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

    /// <summary>What its Up keeps of the data that it destroys.</summary>
    public Items<KeptData> Keeps { get; init; } = Items<KeptData>.Empty;

    /// <summary>The numbers of the statements that are left out, because what they restore is gone.</summary>
    public IReadOnlySet<int> Skip { get; init; } = new HashSet<int>();

    /// <summary>What the database keeps of it, as JSON; null on the way down.</summary>
    public string? Stored { get; init; }

    /// <summary>The hash of each statement that an interrupted run has done.</summary>
    public IReadOnlyDictionary<int, string> DoneAlready { get; init; } = new Dictionary<int, string>();
}
