using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>What the manifest says of a migration.</summary>
public sealed record MigrationEntry(long Version, string Class)
{
    /// <summary>The class's full name.</summary>
    public string FullName { get; init; } = Class;

    /// <summary>The description in its attribute.</summary>
    public string? Description { get; init; }

    /// <summary>When it runs.</summary>
    public MigrationKind Kind { get; init; }

    /// <summary>The profile, or the maintenance stage, that runs it.</summary>
    public string? Occasion { get; init; }

    /// <summary>Its tags.</summary>
    public Items<string> Tags { get; init; } = Items<string>.Empty;

    /// <summary>Whether one requested tag is enough.</summary>
    public bool AnyTag { get; init; }

    /// <summary>Whether it runs in a transaction.</summary>
    public TransactionMode Transaction { get; init; }

    /// <summary>Whether it breaks running applications and so needs <c>--allow-breaking</c>.</summary>
    public bool BreakingChange { get; init; }

    /// <summary>Why it exists.</summary>
    public Rationale? Rationale { get; init; }

    /// <summary>The statement that it cannot be undone.</summary>
    public ForwardOnly? ForwardOnly { get; init; }

    /// <summary>The semantic hash over every database.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The semantic hash on each database.</summary>
    public Items<HashOnDatabase> Hashes { get; init; } = Items<HashOnDatabase>.Empty;

    /// <summary>The databases for which it could not be rendered, so that the bundle has no statements of it: fine where it is applied already.</summary>
    public Items<DatabaseKind> NotRendered { get; init; } = Items<DatabaseKind>.Empty;

    /// <summary>What cannot be read, rendered or proved of it, where it was released all the same.</summary>
    public Items<KnownProblem> Problems { get; init; } = Items<KnownProblem>.Empty;

    /// <summary>What a rollback brings back: the least of what it does on any database.</summary>
    public Reversibility Reversibility { get; init; }

    /// <summary>What a rollback brings back on each database; empty where it is the same on all of them.</summary>
    public Items<ReversibilityOnDatabase> Reversibilities { get; init; } = Items<ReversibilityOnDatabase>.Empty;

    /// <summary>What a rollback brings back on a database.</summary>
    public Reversibility ReversibilityOn(DatabaseKind database) => Reversibilities.FirstOrDefault(r => r.Database == database)?.Reversibility ?? Reversibility;

    /// <summary>What speaks against its rollback; null where it was proved, where nothing is promised, or where nobody was asked to prove it.</summary>
    public RollbackDoubt? Doubt { get; init; }

    /// <summary>The tables that it touches, in order.</summary>
    public Items<string> Tables { get; init; } = Items<string>.Empty;

    /// <summary>The expected outcomes.</summary>
    public Items<Expectation> Expectations { get; init; } = Items<Expectation>.Empty;

    /// <summary>The risks taken on it.</summary>
    public Items<Acceptance> Acceptances { get; init; } = Items<Acceptance>.Empty;

    /// <summary>The answers that it assumes.</summary>
    public Items<DatabaseAssumption> Assumptions { get; init; } = Items<DatabaseAssumption>.Empty;

    /// <summary>What Up keeps of the data that it destroys, on each database.</summary>
    public Items<KeptData> Keeps { get; init; } = Items<KeptData>.Empty;

    /// <summary>Whether Down was inferred from Up and the history, because the migration has none that can be used.</summary>
    public bool InferredDown { get; init; }

    /// <summary>The code steps.</summary>
    public Items<CodeReference> CodeSteps { get; init; } = Items<CodeReference>.Empty;
}
