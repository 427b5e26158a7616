using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>Finds the table into which SQL text takes the rows of one that is dropped, and from which the way back takes them again: an edit made there is one of them.</summary>
internal sealed class Moving(Trace there, Trace back)
{
    private readonly Dialect _dialect = there.Before.Dialect;
    private readonly Renaming _there = new(there.Steps, there.Before.Dialect);
    private readonly Renaming _back = new(back.Steps, there.Before.Dialect);

    /// <summary>Where the rows are when the way ends, with empty names for columns that are not there, and the columns beside that the way back reads; null where they are nowhere.</summary>
    public (KeptPlace Place, Items<string> Sources)? Of(Keep keep)
    {
        for (var at = keep.Step - 1; at >= 0 && keep.From.Key.Count > 0; at--)
        {
            var effects = Effects(there, at);
            if (effects.OfType<ReadsTable>().Any(r => _there.Forth(new(r.Table), at, keep.Step) is { } now && _dialect.Same(now.Table, keep.From.Table))
                && effects.OfType<InsertsRows>().Select(i => _there.Forth(new(i.Table), at, there.Steps.Count)).OfType<Named>().FirstOrDefault() is { } moved
                && _there.Back(moved, there.Steps.Count) is null && back.Before.Tables.Find(moved.Table) is { Touched: false } table && TakenBy(table) is { } text)
            {
                return Placed(keep, table, text);
            }
        }

        return null;
    }

    private (KeptPlace Place, Items<string> Sources)? Placed(Keep keep, Table table, string text)
    {
        string Name(string column) => table.FindColumn(column, _dialect) is { Computed: null } found ? found.Name : "";
        var key = keep.From.Key.Select(Name).ToItems();
        var old = there.Steps[keep.Step].Before.Tables.Find(keep.From.Table)!;
        return key.Contains("") || table.PrimaryKey?.Columns.Count != key.Count || !table.PrimaryKey.Columns.All(c => key.Contains(c)) ? null
            : (new(table.Name, keep.From.Columns.Select(Name).ToItems(), key),
                table.Columns.Where(c => c.Computed is null && old.FindColumn(c.Name, _dialect) is null && Reading.Says(text, c.Name, _dialect)).Select(c => c.Name).ToItems());
    }

    // The text by which the way back copies rows of the table.
    private string? TakenBy(Table table) => Enumerable.Range(0, back.Steps.Count)
        .Where(at => _back.Forth(new(table.Name), 0, at) is { } now && Effects(back, at) is var effects && effects.Any(e => e is InsertsRows) && effects.OfType<ReadsTable>().Any(r => _dialect.Same(r.Table, now.Table)))
        .Select(at => ((RawSql)back.Steps[at].Step.Operation).Text).FirstOrDefault();

    private Items<SqlEffect> Effects(Trace way, int at) => way.Steps[at].Step.Operation is RawSql sql ? SqlEffects.Read(sql.Text, _dialect.Kind) : Items<SqlEffect>.Empty;
}
