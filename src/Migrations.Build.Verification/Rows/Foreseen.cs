using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;

namespace Migrations.Build.Verification.Rows;

/// <summary>Changes the made-up rows of one table until what the next migration asks of them holds.</summary>
/// <param name="rows">The rows.</param>
/// <param name="demand">What is asked.</param>
/// <param name="plan">How rows would be made that suit it from the beginning.</param>
internal sealed class Foreseen(MadeTable rows, Demand demand, TablePlan plan)
{
    private const int Tries = 200;
    private readonly List<Unmet> _unmet = [];
    private readonly List<(string, object?)[]> _met = [];
    private readonly string? _checks = demand.Checks.Count == 0 ? null : string.Join(" AND ", demand.Checks.Select(c => $"({c})"));

    // Numbers that no row was made from, so that values which must differ do.
    private long _next = Math.Max(1000, rows.Rows.Count * 2);

    /// <summary>Changes the rows; the result is what could not be reached.</summary>
    public IReadOnlyList<Unmet> Meet()
    {
        var had = rows.Rows.Count;
        Suit();
        Satisfy();
        demand.References.ToList().ForEach(Connect);
        Fill();
        demand.Derived.ToList().ForEach(Remake);
        demand.Uniques.Concat(demand.Derived).ToList().ForEach(Distinguish);
        return had == 0 || rows.Rows.Count > 0 ? _unmet
            : [new(demand.Table.Name, [.. demand.References.SelectMany(r => r.Columns).Concat(demand.Required).Concat(demand.Uniques.SelectMany(u => u)).Distinct()], "no row was found that it takes") { Emptied = true }];
    }

    // Rows that a migration wrote are as they would be in a release.
    private IEnumerable<MadeRow> Made => rows.Rows.Where(r => !r.Own).ToList();

    private void Suit()
    {
        foreach (var (name, size) in demand.Sizes)
        {
            foreach (var row in Made.Where(r => rows.Value(r, name) is string text && text.Length > size && !rows.IsGiven(r, name)))
            {
                _ = rows.Change(row, [(name, ((string)rows.Value(row, name)!)[..size])], _checks) || Renew(row, Column(name));
            }
        }

        foreach (var column in demand.Strict ? demand.Table.Writable : [])
        {
            foreach (var row in Made.Where(r => rows.Value(r, column.Name) is { } value && !Suits(column, value) && !rows.IsGiven(r, column.Name)))
            {
                Expect(Renew(row, column), [column.Name]);
            }
        }
    }

    private void Fill()
    {
        foreach (var column in demand.Required.Select(Column))
        {
            foreach (var row in Made.Where(r => rows.Value(r, column.Name) is null))
            {
                var reference = plan.References.FirstOrDefault(r => r.Has(column.Name));
                Expect((reference is null ? Renew(row, column) : Refer(row, reference)) || rows.Delete(row), [column.Name]);
            }
        }
    }

    private void Connect(LiveForeignKey key)
    {
        var reference = plan.References.First(r => ReferenceEquals(r.Key, key));
        var targets = Targets(reference).Select(t => Key(t, fold: false)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in Made)
        {
            var values = key.Columns.Select(c => rows.Value(row, c)).ToArray();
            if (Array.Exists(values, v => v is null) || targets.Contains(Key(values, fold: false)) || key.Columns.Any(c => rows.IsGiven(row, c)))
            {
                continue;
            }

            var nullable = key.Columns.FirstOrDefault(c => Column(c) is { NotNull: false, KeyPart: 0 });
            Expect(Refer(row, reference) || (nullable is not null && rows.Change(row, [(nullable, null)], _checks)) || rows.Delete(row), key.Columns, $"no row of '{key.Referenced}' fits");
        }
    }

    // Columns that belong to another reference as well rather keep their values, and so do columns that are to be unique.
    private bool Refer(MadeRow row, Reference reference, Func<IReadOnlyList<(string, object?)>, bool>? fits = null)
    {
        var key = reference.Key;
        var shared = Enumerable.Range(0, key.Columns.Count).Where(i => plan.References.Any(r => r != reference && r.Has(key.Columns[i]))).ToArray();
        var targets = Targets(reference);
        var at = rows.Rows.IndexOf(row);
        var candidates = Enumerable.Range(0, targets.Count).Select(i => targets[(at + i) % targets.Count])
            .OrderByDescending(t => shared.Count(i => Equals(t[i], rows.Value(row, key.Columns[i]))))
            .Select(t => key.Columns.Zip(t, (c, v) => (c, v)).ToArray())
            .Take(Tries).ToList();
        return candidates.Where(c => fits is null ? !demand.Uniques.Any(u => Doubles(row, u, c)) : fits(c)).Any(c => rows.Change(row, c, _checks))
            || (fits is null && candidates.Exists(c => rows.Change(row, c, _checks)));
    }

    private List<object?[]> Targets(Reference reference) => !reference.Self ? reference.Targets
        : rows.Rows.Select(r => reference.Key.ReferencedColumns.Select(c => rows.Value(r, c)).ToArray()).Where(t => Array.TrueForAll(t, v => v is not null)).ToList();

    private bool Doubles(MadeRow row, IReadOnlyList<string> unique, IReadOnlyList<(string Column, object? Value)> change)
    {
        object? After(string column) => change.FirstOrDefault(c => Same(c.Column, column)) is { Column: not null } changed ? changed.Value : rows.Value(row, column);
        return unique.Any(c => change.Any(n => Same(n.Column, c)))
            && rows.Rows.Any(other => !ReferenceEquals(other, row) && unique.All(c => rows.Value(other, c) is { } value && Equals(value, After(c))));
    }

    private void Distinguish(IReadOnlyList<string> unique)
    {
        string Now(MadeRow row) => Key([.. unique.Select(c => rows.Value(row, c))], fold: true);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Rows.OrderBy(r => r.Own ? 0 : 1).ToList())
        {
            if (unique.Any(c => rows.Value(row, c) is null) || seen.Add(Now(row)) || row.Own || unique.All(c => rows.IsGiven(row, c)))
            {
                continue;
            }

            var free = unique.Select(Column).Where(c => !plan.References.Any(r => r.Has(c.Name)) && !rows.IsGiven(row, c.Name)).OrderBy(c => plan.IsDistinct(c.Name) ? 0 : 1);
            var changed = free.Any(c => Renew(row, c, () => !seen.Contains(Now(row))))
                || plan.References.Where(r => unique.Any(r.Has)).Any(r => Refer(row, r, change => !Doubles(row, unique, change)));
            Expect(changed || rows.Delete(row), unique);
            seen.Add(Now(row));
        }
    }

    // Values made to differ differ in what is made of them as well, more likely than those that a type may hold at its ends.
    private void Remake(IReadOnlyList<string> columns)
    {
        var free = columns.Select(Column).Where(c => plan.IsDistinct(c.Name) && !plan.References.Any(r => r.Has(c.Name))).ToList();
        foreach (var (row, column) in Made.SelectMany(r => free.Where(c => rows.Value(r, c.Name) is not null && !rows.IsGiven(r, c.Name)).Select(c => (r, c))))
        {
            Renew(row, column);
        }
    }

    private void Satisfy()
    {
        if (_checks is null)
        {
            return;
        }

        var candidates = CheckReader.Candidates(demand.Table with { Sql = string.Concat(demand.Checks.Select(c => $" CHECK ({c})")) })
            .Where(c => c.Column.KeyPart == 0 && !plan.References.Any(r => r.Has(c.Column.Name)))
            .ToList();
        foreach (var row in Made)
        {
            if (Holds(row) is not false || candidates.Exists(c => rows.IsGiven(row, c.Column.Name)))
            {
                continue;
            }

            if (!_met.Exists(m => rows.Change(row, m, _checks)) && !Combinations(candidates).Any(c => Remember(rows.Change(row, c, _checks), c)))
            {
                _unmet.Add(new(demand.Table.Name, [.. candidates.Select(c => c.Column.Name)], "its CHECK could not be foreseen"));
                return;
            }
        }
    }

    private bool Remember(bool met, (string, object?)[] values)
    {
        if (met)
        {
            _met.Add(values);
        }

        return met;
    }

    // Null where the check speaks of what is not there yet.
    private bool? Holds(MadeRow row)
    {
        try
        {
            return rows.Holds(row, _checks!);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static IEnumerable<(string, object?)[]> Combinations(List<(LiveColumn Column, IReadOnlyList<object?> Values)> candidates)
    {
        var all = candidates.Aggregate(1L, (n, c) => Math.Min(n * c.Values.Count, int.MaxValue));
        for (var n = 0L; candidates.Count > 0 && n < Math.Min(all, Tries * 10); n++)
        {
            var rest = n;
            yield return [.. candidates.Select(c =>
            {
                var value = c.Values[(int)(rest % c.Values.Count)];
                rest /= c.Values.Count;
                return (c.Column.Name, value);
            })];
        }
    }

    private bool Renew(MadeRow row, LiveColumn column, Func<bool>? until = null)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (rows.Change(row, [(column.Name, plan.Own(column, _next++, tame: true))], _checks) && until?.Invoke() != false)
            {
                return true;
            }
        }

        return false;
    }

    private void Expect(bool done, IReadOnlyList<string> columns, string? why = null)
    {
        if (!done && !_unmet.Exists(u => u.Columns.SequenceEqual(columns)))
        {
            _unmet.Add(new(demand.Table.Name, columns, why ?? (rows.Why.Length > 0 ? rows.Why : "no other values were found")));
        }
    }

    private LiveColumn Column(string name) => demand.Tight.Find(name)!;

    private static bool Suits(LiveColumn column, object value) => column.Type.ToUpperInvariant() switch
    {
        "INT" or "INTEGER" => value is long,
        "REAL" => value is double or long,
        "TEXT" => value is string,
        "BLOB" => value is byte[],
        _ => true,
    };

    // A number and the text of it are the same key where one of the columns is numeric; a collation may be blind to case.
    private static string Key(object?[] values, bool fold) => string.Join('\u001f', values.Select(v => v is byte[] bytes
        ? Convert.ToHexString(bytes)
        : Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) is var text && fold ? AsciiComparer.Upper(text ?? "") : text));

    private static bool Same(string a, string b) => AsciiComparer.IgnoreCase.Equals(a, b);
}
