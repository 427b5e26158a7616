using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Digests;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Judges rows that are not the same after Down: what Up destroyed and nothing keeps is lost data, anything else is Down's fault.</summary>
/// <param name="names">What tables and columns were called after Up.</param>
/// <param name="afterUp">The database after Up.</param>
/// <param name="faults">Makes the faults.</param>
/// <param name="link">The migration.</param>
internal sealed class RowJudge(TableNames names, Moment afterUp, Faults faults, Link link)
{
    private readonly List<Fault> _found = [];
    private readonly List<LostData> _lost = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Fault> Found => _found;

    /// <summary>What a rollback does not bring back.</summary>
    public IReadOnlyList<LostData> Lost => _lost;

    /// <summary>Judges one table.</summary>
    public void Judge(RowSet before, RowSet now)
    {
        var difference = RowComparer.Compare(before, now);
        JudgeRows(before, difference);
        foreach (var (column, at) in before.Columns.Select((c, i) => (c, i)).Where(c => now.IndexOf(c.c) >= 0))
        {
            var other = difference.Changed.Where(c => c.Was.Cells[at] != c.Is.Cells[now.IndexOf(column)]).Select(c => c.Was).ToList();
            if (other.Count > 0)
            {
                JudgeColumn(before.Table, column, at, other);
            }
        }
    }

    private void JudgeRows(RowSet before, RowDifference difference)
    {
        var table = before.Table;
        var became = names.After(table);
        var rows = became is null ? null : afterUp.Rows.GetValueOrDefault(became);
        var destroyed = difference.Missing.Count(r => became is null || (rows is not null && rows.Find(r.Id) is null));
        if (destroyed > 0)
        {
            Lose(new(table, null, destroyed));
        }

        if (difference.Missing.Count > destroyed)
        {
            _found.Add(faults.Rows(table, $"{Faults.Count(difference.Missing.Count - destroyed)} that Up left alone are gone"));
        }

        // Rows that stand in for destroyed ones, under other keys, are what an undo can do.
        if (difference.Extra.Count > destroyed)
        {
            _found.Add(faults.Rows(table, $"{Faults.Count(difference.Extra.Count - destroyed)} were not there before", mild: true));
        }
    }

    private void JudgeColumn(string table, string column, int at, List<TableRow> rows)
    {
        var after = names.After(table) is { } became ? afterUp.Rows.GetValueOrDefault(became) : null;
        var there = after?.IndexOf(names.After(table, column)) ?? -1;
        var gone = names.After(table) is null || (after is not null && there < 0);

        // A null that Up filled is gone for good, as it should be: nothing tells it from a value afterwards.
        var filled = gone || after is null ? 0 : rows.Count(r => r.Cells[at] == RowReader.Null && after.Find(r.Id) is { } same && same.Cells[there] != RowReader.Null);
        if (gone || filled > 0)
        {
            Lose(new(table, column, gone ? rows.Count : filled));
        }

        if (!gone && rows.Count > filled)
        {
            _found.Add(faults.Rows(table, $"column '{column}' has other values in {Faults.Count(rows.Count - filled)}"));
        }
    }

    private void Lose(LostData lost)
    {
        // The keep statement knows the table by the name that it has by then.
        if (link.Keeps(lost.Table, lost.Column) || (names.After(lost.Table) is { } became && link.Keeps(became, lost.Column is null ? null : names.After(lost.Table, lost.Column))))
        {
            _found.Add(faults.Rows(lost.Table, $"{(lost.Column is null ? Faults.Count(lost.Rows) : $"the values of column '{lost.Column}' in {Faults.Count(lost.Rows)}")} that Up destroys and the bundle keeps did not come back"));
        }
        else
        {
            _lost.Add(lost);
        }
    }
}
