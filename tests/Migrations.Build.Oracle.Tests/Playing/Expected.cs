using Migrations.Build.Oracle.Tests.Seeing;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>What a rollback to a version has to give: what was there then, and what was edited since.</summary>
internal sealed class Expected(Snapshot then)
{
    private readonly Dictionary<string, Rows> _tables = then.Tables.ToDictionary(t => t.Key, t => new Rows(t.Value), StringComparer.OrdinalIgnoreCase);

    public Snapshot Then { get; } = then;

    /// <summary>Whether anything was edited since.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>Takes an edit over, which was made under other names.</summary>
    public void Edit(Snapshot before, Snapshot after, Names names)
    {
        IsEdited = true;
        foreach (var (name, table) in before.Tables)
        {
            if (_tables.TryGetValue(names.Table(name), out var rows) && after.Tables.TryGetValue(name, out var edited))
            {
                rows.Edit(table, edited, column => names.Column(name, column));
            }
        }
    }

    /// <summary>What is otherwise. Values that were edited may be what the plain statements make of them.</summary>
    public IEnumerable<(string Table, Failure Failure)> Compare(Snapshot actual, Snapshot? plain)
    {
        foreach (var (name, rows) in _tables)
        {
            if (actual.Tables.TryGetValue(name, out var table))
            {
                foreach (var failure in rows.Compare(table, plain?.Tables.GetValueOrDefault(name)))
                {
                    yield return (name, failure);
                }
            }
        }
    }
}
