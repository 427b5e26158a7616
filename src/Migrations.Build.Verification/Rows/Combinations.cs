using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;

namespace Migrations.Build.Verification.Rows;

/// <summary>
/// Spreads the references of a table over the rows that they can refer to. Where nothing but references makes a key unique,
/// the row's number is written in digits, one a reference, so that no combination comes twice.
/// </summary>
internal sealed class Combinations
{
    private readonly Dictionary<Reference, (long Weight, List<Reference> Before)> _tight = [];

    public Combinations(IEnumerable<IReadOnlyList<string>> uniques, IReadOnlyList<Reference> references, Func<string, bool> isDistinct)
    {
        foreach (var unique in uniques.OrderBy(u => u.Count))
        {
            var parts = references.Where(r => r.Key.Columns.All(c => Contains(unique, c))).ToList();
            var alone = unique.Any(c => !references.Any(r => r.Has(c)) && isDistinct(c));
            if (!alone && !parts.Exists(_tight.ContainsKey))
            {
                Tighten(parts);
            }
        }
    }

    /// <summary>How many rows there can be; null when nothing limits them.</summary>
    public long? Capacity { get; private set; }

    /// <summary>Which row a reference of row <paramref name="n"/> refers to.</summary>
    public long Digit(Reference reference, long n) => _tight.TryGetValue(reference, out var place)
        ? ((n / place.Weight) + place.Before.Sum(b => Digit(b, n) % Size(b))) % Size(reference)
        : n;

    private static long Size(Reference reference) => reference.Targets.Count > 0 ? reference.Targets.Count : long.MaxValue;

    private static bool Contains(IReadOnlyList<string> columns, string column) => columns.Any(c => AsciiComparer.IgnoreCase.Equals(c, column));

    private void Tighten(List<Reference> parts)
    {
        var weight = 1L;
        for (var i = 0; i < parts.Count; i++)
        {
            _tight[parts[i]] = (weight, parts[..i]);
            weight = Size(parts[i]) == long.MaxValue ? long.MaxValue : Math.Min(weight * Size(parts[i]), int.MaxValue);
        }

        if (parts.Count > 0 && weight < int.MaxValue)
        {
            Capacity = Math.Min(Capacity ?? long.MaxValue, weight);
        }
    }
}
