using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

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
    public NewObjects After(TracedStep step, Items<string> touches, bool isNew) =>
        step.Refusal is not null ? this
        : step.Step.Operation is RawSql sql ? SqlEffects.Read(sql.Text, _dialect.Kind).Aggregate(this, (known, e) => known.After(e, step, isNew)).Without(OpaqueReach.OfRows(step, touches))
        : After(step.Step.Operation, step.Before, isNew).Without(OpaqueReach.OfRows(step, touches));

    private NewObjects After(Operation operation, Schema before, bool isNew) => operation switch
    {
        CreateTable o => Created(o.Table, before, isNew),
        AddColumn o when isNew => With(o.Table, columns => columns.Add(o.Column.Name)),
        RenameTable o => Renamed(o.Table, o.Table with { Name = o.NewName }),
        MoveTable o => Renamed(o.Table, o.Table with { Schema = o.ToSchema }),
        RenameColumn o => With(o.Table, columns => columns.Select(c => _dialect.Names.Equals(c, o.Column) ? o.NewName : c).ToItems()),
        DropTable o => new(_dialect, _tables.Without(o.Table)),
        DropColumn o => Without(o.Table, [o.Column]),
        InsertRows o => Without(o.Table, o.Rows.SelectMany(r => r.Cells).Select(c => c.Column)),
        UpdateRows o => Without(o.Table, o.Set.Select(c => c.Column)),
        _ => this,
    };

    private NewObjects After(SqlEffect effect, TracedStep step, bool isNew) => effect switch
    {
        SqlChange e => After(e.Operation, step.Before, isNew),
        CreatesTable e => Created(e.Definition.Name, step.Before, isNew),
        UpdatesRows e => Without(e.Table, e.Columns),
        InsertsRows e => Without(Items.Of(e.Table)),
        _ => this,
    };

    private NewObjects Created(TableName table, Schema before, bool isNew) =>
        isNew && before.Tables.Find(table) is null ? With(new NewTable(table, true, Items<string>.Empty)) : this;

    // What cannot be read may have given values to any column within its reach; whether it filled a whole table, the folded schema knows.
    private NewObjects Without(OpaqueReach reach) => Without(_tables.Where(t => reach.Includes(t.Name, _dialect)).Select(t => t.Name).ToItems());

    private NewObjects Without(Items<TableName> tables) => tables.Aggregate(this, (known, name) => known._tables.Find(name) is { Columns.Count: > 0 } table
        ? known.With(table with { Columns = Items<string>.Empty })
        : known);

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
