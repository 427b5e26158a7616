using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>
/// Follows rows that SQL text copies, all of them and as they are, into a new table that takes the name of theirs. To drop the table that
/// they come from then destroys what was not copied, and no more (https://sqlite.org/lang_altertable.html#otheralter).
/// </summary>
internal sealed class Copying(Trace trace, Renaming names)
{
    private readonly Dialect _dialect = trace.Before.Dialect;

    /// <summary>The columns of a table, by the names before a step, whose values were not copied before it; null where its rows were not.</summary>
    public IReadOnlyList<string>? LeftBehind(int step, TableName table)
    {
        for (var at = step - 1; at >= 0; at--)
        {
            if (trace.Steps[at].Step.Operation is RawSql sql && Copy.Read(sql.Text, _dialect.Kind) is { } copy && Follows(copy, at, step, table)
                && trace.Steps[at].Before.Tables.Find(copy.From) is { Touched: false } from && trace.Steps[at].Before.Tables.Find(copy.To) is { Touched: false } to)
            {
                return Left(copy, from, to);
            }
        }

        return null;
    }

    private bool Follows(Copy copy, int at, int step, TableName table) =>
        names.Back(new(copy.To), at) is null && !trace.Steps.Take(at).Any(s => s.Step.Operation is RawSql sql && sql.Text.IndexOf("CONFLICT", StringComparison.OrdinalIgnoreCase) >= 0)
        && names.Forth(new(copy.From), at, step) is { } dropped && _dialect.Same(dropped.Table, table)
        && names.Back(new(table), step) is { } old && names.Forth(new(copy.To), at, trace.Steps.Count) is { } made && _dialect.Same(made.Table, old.Table)
        && !Enumerable.Range(0, trace.Steps.Count).Any(i => i != at && Meddles(copy, at, i, step));

    // Whether another step writes rows of the new table, or of the old one once they are copied.
    private bool Meddles(Copy copy, int at, int other, int step)
    {
        var tables = other < at ? [copy.To] : new[] { names.Forth(new(copy.To), at, other), other < step ? names.Forth(new(copy.From), at, other) : null }.OfType<Named>().Select(n => n.Table).ToArray();
        return trace.Steps[other].Step.Operation switch
        {
            InsertRows o => IsOne(o.Table),
            UpdateRows o => IsOne(o.Table),
            DeleteRows o => IsOne(o.Table),
            CodeStep or Opaque => true,
            RawSql o => SqlEffects.Read(o.Text, _dialect.Kind).Any(Writes),
            _ => false,
        };

        bool IsOne(TableName name) => tables.Any(t => _dialect.Same(t, name));

        bool Writes(SqlEffect effect) => effect switch
        {
            InsertsRows e => IsOne(e.Table),
            UpdatesRows e => IsOne(e.Table),
            DeletesRows e => IsOne(e.Table),
            SqlChange { Operation: InsertRows o } => IsOne(o.Table),
            SqlChange { Operation: UpdateRows o } => IsOne(o.Table),
            SqlChange { Operation: DeleteRows o } => IsOne(o.Table),
            CreatesTrigger { Trigger.Table: { } watched } => other < at && IsOne(watched),
            UnknownEffect => true,
            _ => false,
        };
    }

    private List<string>? Left(Copy copy, Table from, Table to)
    {
        static List<Column> Stored(Table table) => table.Columns.Where(c => c.Computed is null).ToList();
        var targets = copy.Targets is null ? Stored(to).Select(c => c.Name).ToList() : copy.Targets;
        var sources = copy.Sources is null ? Stored(from).Select(c => (string?)c.Name).ToList() : copy.Sources;
        if (targets.Count != sources.Count)
        {
            return null;
        }

        bool IsCopied(Column column) => targets.Zip(sources, (t, s) => (Target: t, Source: s)).Any(p => p.Source is not null && _dialect.Names.Equals(p.Source, column.Name)
            && to.FindColumn(p.Target, _dialect) is { } target && !Conversion.Changes(column.Type, target.Type, _dialect));
        return Stored(from).Where(c => !IsCopied(c)).Select(c => c.Name).ToList();
    }
}
