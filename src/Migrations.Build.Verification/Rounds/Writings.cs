using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Digests;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Tells which rows and values a migration wrote, as opposed to those that were made up.</summary>
/// <param name="link">The migration.</param>
/// <param name="was">The rows of a table before, by its name then.</param>
/// <param name="names">What tables and columns are called behind it.</param>
internal sealed partial class Writings(Link link, Func<string, RowSet?> was, TableNames names)
{
    /// <summary>What has to be known behind a migration.</summary>
    /// <param name="past">What was known before it.</param>
    /// <param name="link">The migration.</param>
    /// <param name="file">The file, marked before it.</param>
    /// <param name="before">The objects before it.</param>
    /// <param name="last">The database behind it.</param>
    /// <param name="without">The rows of a table without those that a round wrote.</param>
    public static Past Behind(Past past, Link link, ScratchFile file, SchemaState before, Moment last, Func<string, RowSet, RowSet> without)
    {
        var names = new TableNames(before, last.Schema, link);
        var writings = new Writings(link, t => Moment.Row(file.Before, t), names);
        if (!writings.Any)
        {
            return past.Behind(names, [], []);
        }

        // A new column gives every row a value, and writes none of their pages.
        var rows = last.Rows.Concat(Moment.Read(file.Connection, last.Forms.Keys.Where(t => !last.Rows.ContainsKey(t)))).ToList();
        var olds = before.Tables.Where(t => names.After(t.Name) is not null).ToDictionary(t => names.After(t.Name)!, t => t.Name, AsciiComparer.IgnoreCase);
        var written = rows.Select(r => (Old: olds.GetValueOrDefault(r.Key), Now: without(r.Key, r.Value))).ToList();
        var given = written.Where(w => w.Old is not null).SelectMany(w => writings.Values(w.Old!, w.Now));
        return past.Behind(names, [.. written.SelectMany(w => writings.Rows(w.Old, w.Now))], [.. given]);
    }

    /// <summary>Whether it may have written anything.</summary>
    public bool Any { get; } = link.HasCode || link.Up.Any(s => Speaks().IsMatch(s.Text));

    /// <summary>Rows that were not there before. Those that a query wrote follow from rows that were made up, and count as such.</summary>
    public IEnumerable<OwnRow> Rows(string? old, RowSet now)
    {
        if (!link.Up.Any(s => Writes().IsMatch(s.Text)) || link.Up.Any(s => Queries().IsMatch(s.Text) && Words.Contains(s.Text, now.Table)))
        {
            return [];
        }

        var before = old is null ? null : was(old);
        return now.Rows.Where(r => before?.Find(r.Id) is null).Select(r => new OwnRow(now.Table, Past.Text(r.Id))).ToList();
    }

    /// <summary>Values that several rows have now which had different ones before, or none.</summary>
    public IEnumerable<GivenValue> Values(string old, RowSet now)
    {
        if (was(old) is not { } before || before.Rows.Count == 0)
        {
            yield break;
        }

        foreach (var (column, at) in now.Columns.Select((c, i) => (c, i)))
        {
            var origin = before.Columns.Select((c, i) => (Name: names.After(old, c), At: i)).FirstOrDefault(c => AsciiComparer.IgnoreCase.Equals(c.Name, column), (Name: column, At: -1)).At;
            foreach (var group in now.Rows.GroupBy(r => r.Cells[at]).Where(g => g.Key != RowReader.Null && g.Skip(1).Any()))
            {
                if (IsGiven(group, before, at, origin))
                {
                    yield return new(now.Table, column, Past.Text(group.Key));
                }
            }
        }
    }

    private static bool IsGiven(IEnumerable<TableRow> rows, RowSet before, int at, int origin)
    {
        var (first, count, differ, changed) = (default(UInt128), 0, false, false);
        foreach (var row in rows)
        {
            if (before.Find(row.Id) is not { } old)
            {
                continue;
            }

            var value = origin < 0 ? RowReader.Null : old.Cells[origin];
            differ |= count++ > 0 && (value != first || value == RowReader.Null);
            changed |= value != row.Cells[at];
            first = value;
        }

        return differ && changed;
    }

    [GeneratedRegex(@"\b(INSERT|REPLACE|UPDATE|DEFAULT)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"\b(INSERT|REPLACE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Writes();

    [GeneratedRegex(@"\b(INSERT|REPLACE|CREATE\s+TABLE)\b[\s\S]*\bSELECT\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Queries();
}
