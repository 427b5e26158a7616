using Migrations.Build.Analyzers.Reading.Chains;

namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>A fluent chain that a call may make longer.</summary>
internal sealed class ChainTerm(Chain chain) : Term
{
    public Chain Chain { get; } = chain;
}
