using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>
/// Makes made-up rows ready for the constraints that the next migration puts on columns they have already: rows made with foresight would
/// obey them. It changes only values that were made up; what a migration wrote stays, and fails where it would fail in a release.
/// </summary>
internal sealed class Foresight(SqliteConnection connection, Samples samples, Schema said)
{
    /// <summary>Changes what the operations of an Up would trip over.</summary>
    public void Prepare(IEnumerable<Operation> operations)
    {
        using var quiet = Triggers.Off(connection);
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case CreateIndex { Index.Unique: true } o:
                    Distinguish(o.Index.Table, [.. o.Index.Columns.Select(c => c.Name)]);
                    break;
                case AddKey o:
                    Distinguish(o.Table, o.Key.Columns);
                    break;
                case AddForeignKey o:
                    Connect(o.ForeignKey);
                    break;
                case AlterColumn { Column.Type.Size: > 0 and < int.MaxValue } o:
                    Shorten(o.Table, o.Column.Name, o.Column.Type.Size.Value);
                    break;
            }
        }
    }

    private void Distinguish(TableName name, IReadOnlyList<string> columns)
    {
        if (Live.Table(connection, name.Name) is not { HasRowId: true } table || !columns.All(c => table.Find(c) is not null))
        {
            return;
        }

        var plan = Plan(table, columns);
        var best = columns.Select(c => table.Find(c)!).FirstOrDefault(c => c.KeyPart == 0 && !table.ForeignKeys.Any(f => f.Columns.Contains(c.Name, AsciiComparer.IgnoreCase)));
        var present = string.Join(" AND ", columns.Select(c => Quoted.Name(c) + " IS NOT NULL"));
        var doubles = connection.Rows(
            $"SELECT id, value FROM (SELECT rowid AS id, {Quoted.Name((best ?? table.Find(columns[0])!).Name)} AS value, row_number() OVER (PARTITION BY {Quoted.Names(columns)} ORDER BY rowid) AS place FROM {Quoted.Name(table.Name)} WHERE {present}) WHERE place > 1",
            r => (Id: r.GetInt64(0), Value: r.GetValue(1)));
        foreach (var (id, value) in doubles)
        {
            if (best is null)
            {
                Try($"DELETE FROM {Quoted.Name(table.Name)} WHERE rowid = @p0", id);
            }
            else if (IsMade(table, plan, best, id, value))
            {
                Try($"UPDATE {Quoted.Name(table.Name)} SET {Quoted.Name(best.Name)} = @p1 WHERE rowid = @p0", id, plan.Own(best, Number(id), tame: true));
            }
        }
    }

    private void Connect(ForeignKey key)
    {
        if (key.Columns.Count != 1 || Live.Table(connection, key.Table.Name) is not { } table || Live.Table(connection, key.Referenced.Name) is not { } parent
            || table.Find(key.Columns[0]) is not { } column || parent.Find(key.ReferencedColumns[0]) is not { } target)
        {
            return;
        }

        var (child, keys) = (Quoted.Name(column.Name), $"SELECT {Quoted.Name(target.Name)} FROM {Quoted.Name(parent.Name)}");
        var count = Math.Max(1, connection.Number($"SELECT count(*) FROM {Quoted.Name(parent.Name)}"));
        Try(FormattableString.Invariant($"UPDATE {Quoted.Name(table.Name)} SET {child} = ({keys} ORDER BY 1 LIMIT 1 OFFSET abs(rowid) % {count}) WHERE {child} IS NOT NULL AND {child} NOT IN ({keys})"));
    }

    private void Shorten(TableName name, string column, int size)
    {
        if (Live.Table(connection, name.Name)?.Find(column) is { Generated: false } found)
        {
            Try($"UPDATE {Quoted.Name(name.Name)} SET {Quoted.Name(found.Name)} = substr({Quoted.Name(found.Name)}, 1, @p0) WHERE typeof({Quoted.Name(found.Name)}) = 'text' AND length({Quoted.Name(found.Name)}) > @p0", size);
        }
    }

    // A value is made up when it is the sample, or what the row's number gives where values need not differ.
    private bool IsMade(LiveTable table, TablePlan plan, LiveColumn column, long id, object value)
    {
        if (samples.For(table.Name, column.Name) is { } texts)
        {
            return value is string text && texts.Contains(text, StringComparer.Ordinal);
        }

        var loose = Plan(table, []);
        return table.NumberKey is not null && new[] { false, true }.Any(tame => Equals(loose.Own(column, Number(id), tame), value) || Equals(plan.Own(column, Number(id), tame), value));
    }

    private TablePlan Plan(LiveTable table, IReadOnlyList<string> unique) =>
        new(table, c => said.Tables.Find(TableName.Of(table.Name))?.FindColumn(c.Name, said.Dialect), samples, [], unique.Count == 0 ? [] : [unique]);

    private static long Number(long id) => id >= Numbers.FirstKey ? id - Numbers.FirstKey : id;

    // What cannot be made ready stays, and the migration tells.
    private void Try(string sql, params object?[] values)
    {
        try
        {
            connection.Execute(sql, values);
        }
        catch (SqliteException)
        {
        }
    }
}
