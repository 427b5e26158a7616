using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules;

/// <summary>The tables and columns that no released migration made, so that no running application has put anything into them.</summary>
public sealed class NewObjects
{
    private readonly Dialect _dialect;
    private readonly Catalog<NewTable> _tables;

    private NewObjects(Dialect dialect, Catalog<NewTable> tables) => (_dialect, _tables) = (dialect, tables);

    /// <summary>Where nothing is new.</summary>
    public static NewObjects None(DatabaseKind database) => new(Dialect.Of(database), Catalog<NewTable>.Empty(Dialect.Of(database)));

    /// <summary>Whether the whole table is new; whether a migration filled it, the folded schema knows.</summary>
    public bool IsNew(TableName table) => _tables.Find(table) is { Whole: true };

    /// <summary>Whether the column is new and nothing gave it values.</summary>
    public bool IsNew(TableName table, string column) => _tables.Find(table) is { } known && known.Columns.Contains(column, _dialect.Names);

    /// <summary>What is new after a step; what a released migration makes is not new.</summary>
    public NewObjects After(TracedStep step, Items<string> touches, bool isNew) => step.Refusal is not null ? this : step.Step.Operation switch
    {
        CreateTable o when isNew && step.Before.Tables.Find(o.Table) is null => With(new NewTable(o.Table, true, Items<string>.Empty)),
        AddColumn o when isNew => With(o.Table, columns => columns.Add(o.Column.Name)),
        RenameTable o => Renamed(o.Table, o.Table with { Name = o.NewName }),
        MoveTable o => Renamed(o.Table, o.Table with { Schema = o.ToSchema }),
        RenameColumn o => With(o.Table, columns => columns.Select(c => _dialect.Names.Equals(c, o.Column) ? o.NewName : c).ToItems()),
        DropTable o => new(_dialect, _tables.Without(o.Table)),
        DropColumn o => Without(o.Table, [o.Column]),
        InsertRows o => Without(o.Table, o.Rows.SelectMany(r => r.Cells).Select(c => c.Column)),
        UpdateRows o => Without(o.Table, o.Set.Select(c => c.Column)),
        RawSql or CodeStep or Opaque => AfterOpaque(step, touches, isNew),
        _ => this,
    };

    private NewObjects AfterOpaque(TracedStep step, Items<string> touches, bool isNew)
    {
        var after = this;
        foreach (var known in _tables.Where(t => t.Columns.Count > 0 && OpaqueReach.OfRows(step.Step.Operation, _dialect.Kind, touches).Includes(t.Name, _dialect)))
        {
            after = after.With(known with { Columns = Items<string>.Empty });
        }

        foreach (var made in step.After.Tables.Where(t => isNew && step.Before.Tables.Find(t.Name) is null))
        {
            after = after.With(new NewTable(made.Name, true, Items<string>.Empty));
        }

        return after;
    }

    private NewObjects Renamed(TableName from, TableName to) =>
        _tables.Find(from) is { } known ? new(_dialect, _tables.Without(from).With(known with { Name = to })) : this;

    private NewObjects Without(TableName table, IEnumerable<string> columns) =>
        _tables.Find(table) is null ? this : With(table, known => known.Where(c => !columns.Contains(c, _dialect.Names)).ToItems());

    private NewObjects With(TableName table, Func<Items<string>, Items<string>> change)
    {
        var known = _tables.Find(table) ?? new NewTable(table, false, Items<string>.Empty);
        return With(known with { Columns = change(known.Columns) });
    }

    private NewObjects With(NewTable table) => new(_dialect, _tables.With(table));

    private sealed record NewTable(TableName Name, bool Whole, Items<string> Columns) : INamed;
}
