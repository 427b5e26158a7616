using Migrations.Build.Oracle.Tests.Seeing;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>The rows that a table has to have again.</summary>
internal sealed class Rows
{
    private readonly TableState _then;
    private readonly Dictionary<string, Row> _rows;
    private bool _unknown;

    public Rows(TableState then)
    {
        _then = then;
        _rows = then.Rows.ToDictionary(r => r.Key, r => new Row(r.Value.Cells.ToDictionary(c => c.Key, c => new Cell(c.Value), StringComparer.OrdinalIgnoreCase)), StringComparer.Ordinal);
    }

    public void Edit(TableState before, TableState after, Func<string, string> column)
    {
        var changed = before.Rows.Keys.Union(after.Rows.Keys).Where(k => !Equals(before.Rows.GetValueOrDefault(k)?.Cells, after.Rows.GetValueOrDefault(k)?.Cells)).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        // Without a key a row that Up changed cannot be followed to what it was.
        if (!Fits(before, column) || !Fits(after, column) || (_then.Key.Count == 0 && changed.Exists(k => before.Rows.ContainsKey(k) && !_rows.ContainsKey(k))))
        {
            _unknown = true;
        }

        foreach (var key in changed.Where(_ => !_unknown))
        {
            Edit(key, before.Rows.GetValueOrDefault(key), after.Rows.GetValueOrDefault(key), column);
        }
    }

    public IEnumerable<Failure> Compare(TableState actual, TableState? plain)
    {
        if (_unknown || !actual.Key.SequenceEqual(_then.Key, StringComparer.OrdinalIgnoreCase))
        {
            yield break;
        }

        foreach (var (key, row) in _rows.Where(r => !r.Value.MayBeGone))
        {
            if (!actual.Rows.TryGetValue(key, out var now))
            {
                yield return new("a row is lost", $"{_then.Name}: {key} is gone");
            }
            else if (row.Wrong(now, plain?.Rows.GetValueOrDefault(key)) is { } wrong)
            {
                yield return new(wrong.Edited ? "an edit is lost" : "a value differs", $"{_then.Name}: {key}: {wrong.Text}");
            }
        }

        foreach (var (key, row) in actual.Rows.Where(r => !_rows.ContainsKey(r.Key)))
        {
            yield return new("a row is too many", $"{_then.Name}: {row}");
        }
    }

    private void Edit(string key, RowState? before, RowState? after, Func<string, string> column)
    {
        if (after is null)
        {
            _rows.Remove(key);
            return;
        }

        // A row that Up wrote is edited: whether Down takes it along is open.
        var row = _rows.GetValueOrDefault(key) ?? new Row([]) { MayBeGone = before is not null };
        foreach (var (name, value) in after.Cells.Where(c => before is null || before.Cells[c.Key] != c.Value))
        {
            row.Cells[column(name)] = new(value, Edited: true);
        }

        row.MayBeGone &= before is not null;
        _rows[key] = row;
    }

    // Without a key a row is all its values, and with other columns it would be another one.
    private bool Fits(TableState table, Func<string, string> column)
    {
        var names = table.Columns.Select(c => c.Name).Order(StringComparer.Ordinal).Select(column);
        return table.Key.Select(column).SequenceEqual(_then.Key, StringComparer.OrdinalIgnoreCase)
            && (table.Key.Count > 0 || names.SequenceEqual(_then.Columns.Select(c => c.Name).Order(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase));
    }

    private static bool Equals(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        one is null || other is null ? one == other : one.Count == other.Count && one.All(c => other.TryGetValue(c.Key, out var value) && value == c.Value);

    private sealed record Cell(string Value, bool Edited = false);

    private sealed record Row(Dictionary<string, Cell> Cells)
    {
        public bool MayBeGone { get; set; }

        public (bool Edited, string Text)? Wrong(RowState actual, RowState? plain)
        {
            foreach (var (name, cell) in Cells)
            {
                if (actual.Cells.TryGetValue(name, out var value) && value != cell.Value && !(cell.Edited && (plain is null || plain.Cells.GetValueOrDefault(name) == value)))
                {
                    return (cell.Edited, $"'{name}' is {value} and not {cell.Value}");
                }
            }

            return null;
        }
    }
}
