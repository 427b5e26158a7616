using System.Diagnostics.CodeAnalysis;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Runner.Journal;

/// <summary>What the database keeps of an applied migration, so that it can be undone without the bundle.</summary>
[method: DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(StoredMigration))]
internal sealed record StoredMigration(long Version, string Class)
{
    /// <summary>Whether it runs in a transaction.</summary>
    public TransactionMode Transaction { get; init; }

    /// <summary>What a rollback brings back.</summary>
    public Reversibility Reversibility { get; init; }

    /// <summary>What speaks against its rollback.</summary>
    public RollbackDoubt? Doubt { get; init; }

    /// <summary>Why it cannot be undone, where that was stated.</summary>
    public ForwardOnly? ForwardOnly { get; init; }

    /// <summary>Whether its Up does nothing, so that a Down that does nothing is right.</summary>
    public bool EmptyUp { get; init; }

    /// <summary>The statements that undo it.</summary>
    public Items<Statement> Down { get; init; } = Items<Statement>.Empty;

    /// <summary>What its Up keeps, which its Down restores.</summary>
    public Items<KeptData> Keeps { get; init; } = Items<KeptData>.Empty;

    /// <summary>Whether the statements that undo it were inferred.</summary>
    public bool InferredDown { get; init; }

    /// <summary>What must hold after it was rolled back.</summary>
    public Items<Expectation> Expectations { get; init; } = Items<Expectation>.Empty;

    /// <summary>The answers that its Down assumes.</summary>
    public Items<Assumption> Assumptions { get; init; } = Items<Assumption>.Empty;

    /// <summary>The assemblies that its code steps need, by digest; the bundle holds them.</summary>
    public Items<CodeReference> CodeSteps { get; init; } = Items<CodeReference>.Empty;
}
