using System.Collections.Immutable;

namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>An array or collection whose elements are told one by one.</summary>
internal sealed class ListTerm(ImmutableArray<Term> items) : Term
{
    public ImmutableArray<Term> Items { get; } = items;
}
