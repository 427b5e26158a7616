using Microsoft.CodeAnalysis;
using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>The variables of a body, and those of the body around it that a lambda or a local function sees.</summary>
internal sealed class Frame(Frame? around = null)
{
    private readonly Dictionary<ISymbol, Term> _terms = new(SymbolEqualityComparer.Default);

    /// <summary>What the body returned; null where it returned nothing yet.</summary>
    public Term? Returned { get; set; }

    public Term? Find(ISymbol variable) => _terms.TryGetValue(variable, out var term) ? term : around?.Find(variable);

    public void Declare(ISymbol variable, Term term) => _terms[variable] = term;

    /// <summary>Gives a variable another value, where it was declared.</summary>
    public void Assign(ISymbol variable, Term term)
    {
        if (around is not null && !_terms.ContainsKey(variable) && around.Find(variable) is not null)
        {
            around.Assign(variable, term);
        }
        else
        {
            _terms[variable] = term;
        }
    }

    /// <summary>The variables as they are now, here and around.</summary>
    public IReadOnlyList<Dictionary<ISymbol, Term>> Snapshot()
    {
        var own = new Dictionary<ISymbol, Term>(_terms, SymbolEqualityComparer.Default);
        return around is null ? [own] : [own, .. around.Snapshot()];
    }

    /// <summary>Sets the variables back to how they were.</summary>
    public void Restore(IReadOnlyList<Dictionary<ISymbol, Term>> snapshot)
    {
        _terms.Clear();
        foreach (var pair in snapshot[0])
        {
            _terms[pair.Key] = pair.Value;
        }

        around?.Restore(snapshot.Skip(1).ToArray());
    }

    /// <summary>Keeps of the variables what is the same in both of two states; of the rest nobody knows which.</summary>
    public void Merge(IReadOnlyList<Dictionary<ISymbol, Term>> other, string why)
    {
        foreach (var variable in other[0].Keys.Where(v => !_terms.TryGetValue(v, out var mine) || !ReferenceEquals(mine, other[0][v])).ToArray())
        {
            _terms[variable] = new UnknownTerm(why);
        }

        around?.Merge(other.Skip(1).ToArray(), why);
    }
}
