using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>An operation that a chain makes.</summary>
/// <param name="Call">The index of the call that adds it to what FluentMigrator runs (not that of a later call which completes it).</param>
/// <param name="Operation">The operation; an <see cref="Opaque"/> one where a name or a type in it cannot be told.</param>
internal sealed record ChainOperation(int Call, Operation Operation)
{
    /// <summary>What is wrong with the chain, as the end of a sentence, where FluentMigrator would refuse it: <c>'Update.Table' misses 'Where' or 'AllRows'</c>.</summary>
    public string? Problem { get; init; }
}
