using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Catalogs;

namespace Migrations.Build.Verification.Rows;

/// <summary>How the rows of a table are made: the shape of each column, which columns tell rows apart, and what refers to what.</summary>
internal sealed class TablePlan
{
    private readonly Dictionary<string, Shape> _shapes = new(AsciiComparer.IgnoreCase);
    private readonly HashSet<string> _distinct = new(AsciiComparer.IgnoreCase);
    private readonly Samples _samples;
    private readonly Combinations _combinations;

    public TablePlan(LiveTable table, Func<LiveColumn, Column?> said, Samples samples, IReadOnlyList<Reference> references, IReadOnlyList<IReadOnlyList<string>> alsoUnique)
    {
        (Table, References, _samples) = (table, references, samples);
        foreach (var column in table.Columns)
        {
            _shapes[column.Name] = ShapeReader.Read(column, said(column));
        }

        var uniques = table.Uniques.Concat(alsoUnique.Where(u => u.All(c => table.Find(c) is not null))).ToList();
        foreach (var unique in uniques.OrderBy(u => u.Count))
        {
            Distinguish(unique);
        }

        _combinations = new(uniques, references, _distinct.Contains);
    }

    public LiveTable Table { get; }

    public IReadOnlyList<Reference> References { get; }

    /// <summary>How many rows there can be; null when nothing limits them.</summary>
    public long? Capacity => _combinations.Capacity;

    /// <summary>Whether the values of a column all differ.</summary>
    public bool IsDistinct(string column) => _distinct.Contains(column);

    /// <summary>The value of a column in row <paramref name="n"/>; null for the database null.</summary>
    /// <exception cref="NothingToReferToException">The column must refer to a row, and there is none.</exception>
    public object? Value(LiveColumn column, long n, bool tame, bool mayBeNull) => References.FirstOrDefault(r => r.Has(column.Name)) is { } reference
        ? Referring(reference, column, n, mayBeNull)
        : mayBeNull && n % 4 == 3 && column.KeyPart == 0 ? null : Own(column, n, tame);

    /// <summary>The value of a column that refers to nothing.</summary>
    public object Own(LiveColumn column, long n, bool tame) => _samples.For(Table.Name, column.Name) is { } samples
        ? Samples.Pick(samples, n, _distinct.Contains(column.Name))
        : Table.NumberKey == column ? Numbers.FirstKey + n
        : Typed(column, Values.Make(Table.Name, column.Name, _shapes[column.Name], n, _distinct.Contains(column.Name), tame));

    private object? Referring(Reference reference, LiveColumn column, long n, bool mayBeNull)
    {
        var part = reference.Key.Columns.ToList().FindIndex(c => AsciiComparer.IgnoreCase.Equals(c, column.Name));
        var first = reference.Self && reference.Targets.Count == 0;
        return mayBeNull && (first || n % 4 == 3) ? null
            : first ? Own(Table.Find(reference.Key.ReferencedColumns[part]) ?? column, n, false)
            : reference.Pick(_combinations.Digit(reference, n)) is { } target ? target[part]
            : mayBeNull ? null
            : throw new NothingToReferToException(reference.Key.Referenced);
    }

    // One column of a unique key is enough: rather one whose values differ anyway than one with few samples.
    private void Distinguish(IReadOnlyList<string> unique)
    {
        if (unique.Any(_distinct.Contains))
        {
            return;
        }

        var best = unique
            .Where(c => !References.Any(r => r.Has(c)) && _shapes[c].Kind != TypeKind.Boolean)
            .OrderBy(c => _samples.For(Table.Name, c) is not null)
            .ThenBy(c => _shapes[c].Size ?? int.MaxValue, Comparer<int>.Create((a, b) => b.CompareTo(a)))
            .FirstOrDefault();
        if (best is not null)
        {
            _distinct.Add(best);
        }
    }

    // A strict table refuses what its declared type does not hold.
    private object Typed(LiveColumn column, object value) => (Table.Strict, column.Type.ToUpperInvariant()) switch
    {
        (true, "TEXT") when value is not string => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        (true, "INT" or "INTEGER") when value is not long => (long)value.GetHashCode() % 1000,
        (true, "BLOB") when value is string text => System.Text.Encoding.UTF8.GetBytes(text),
        _ => value,
    };
}
