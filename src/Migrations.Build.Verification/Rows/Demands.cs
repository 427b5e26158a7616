using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;

namespace Migrations.Build.Verification.Rows;

/// <summary>Reads from the steps of a migration what they ask of rows that are there.</summary>
/// <param name="connection">The database before it.</param>
/// <param name="written">The database whose SQL the project writes.</param>
/// <param name="after">The schema after it.</param>
internal sealed class Demands(SqliteConnection connection, DatabaseKind written, Schema after)
{
    private readonly Dictionary<string, Demand> _byTable = new(AsciiComparer.IgnoreCase);

    /// <summary>What the operations ask, by table.</summary>
    public IReadOnlyList<Demand> Of(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
        {
            Look(operation);
        }

        return [.. _byTable.Values.Where(d => !d.IsNone)];
    }

    private void Look(Operation operation)
    {
        switch (operation)
        {
            case CreateIndex { Index.Unique: true } o:
                Ask(o.Index.Table, d => Unique(d, o.Index.Columns.Select(c => c.Name)));
                break;
            case AddKey o:
                Ask(o.Table, d => Unique(o.Kind == KeyKind.Primary ? Require(d, o.Key.Columns) : d, o.Key.Columns));
                break;
            case AddForeignKey o:
                Ask(o.ForeignKey.Table, d => Refer(d, o.ForeignKey));
                break;
            case AlterColumn o:
                Ask(o.Table, d => Alter(d, o));
                break;
            case RawSql o:
                SqlEffects.Read(o.Text, written).ToList().ForEach(Look);
                break;
        }
    }

    private void Look(SqlEffect effect)
    {
        switch (effect)
        {
            case SqlChange e:
                Look(e.Operation);
                break;
            case CreatesIndex { Index.Unique: true } e:
                Look(new CreateIndex(e.Index));
                break;
            case AddsCheck e:
                Ask(e.Table, d => d with { Checks = [.. d.Checks, e.Check.Expression] });
                break;
            case SetsNullable { Nullable: false } e:
                Ask(e.Table, d => Require(d, [e.Column]));
                break;
        }
    }

    private void Ask(TableName table, Func<Demand, Demand> more)
    {
        if (_byTable.GetValueOrDefault(table.Name) is { } known)
        {
            _byTable[table.Name] = more(known);
        }
        else if (Live.Table(connection, table.Name) is { } live)
        {
            _byTable[table.Name] = more(new(live));
        }
    }

    // An expression, and a column that is generated, may be unique as soon as what it is made of is.
    private static Demand Unique(Demand demand, IEnumerable<string> columns)
    {
        var names = columns.ToList();
        var generated = names.Exists(c => demand.Table.Find(c) is { Generated: true });
        var parts = !generated && names.TrueForAll(c => demand.Table.Find(c) is not null) ? names
            : [.. demand.Table.Writable.Select(c => c.Name).Where(c => generated || names.Exists(n => Words.Contains(n, c)))];
        return parts.Count == 0 ? demand : parts.Count == names.Count && ReferenceEquals(parts, names)
            ? demand with { Uniques = [.. demand.Uniques, parts] }
            : demand with { Derived = [.. demand.Derived, parts] };
    }

    private static Demand Require(Demand demand, IEnumerable<string> columns) =>
        demand with { Required = [.. demand.Required.Union(columns.Where(c => demand.Table.Find(c) is { NotNull: false, Generated: false }), AsciiComparer.IgnoreCase)] };

    private Demand Refer(Demand demand, ForeignKey key)
    {
        // Rows of a table that the migration makes itself, and may fill, are not there yet.
        var parent = Live.Table(connection, key.Referenced.Name);
        var referenced = parent is null ? [] : key.ReferencedColumns.Count > 0 ? [.. key.ReferencedColumns] : parent.Key.Select(c => c.Name).ToList();
        return key.Columns.All(c => demand.Table.Find(c) is not null) && referenced.Count == key.Columns.Count
            ? demand with { References = [.. demand.References, new LiveForeignKey([.. key.Columns], key.Referenced.Name, referenced)] }
            : demand;
    }

    private Demand Alter(Demand demand, AlterColumn operation)
    {
        var column = demand.Table.Find(operation.Column.Name);
        var size = operation.Column.Type.Size;
        var required = column is not null && after.Tables.Find(operation.Table)?.FindColumn(column.Name, after.Dialect) is { Nullable: false };
        var tight = required ? Require(demand, [column!.Name]) : demand;
        return column is { Generated: false } && size is > 0 and < int.MaxValue ? tight with { Sizes = [.. tight.Sizes, (column.Name, size.Value)] } : tight;
    }
}
