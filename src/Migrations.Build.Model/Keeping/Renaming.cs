using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>Follows a table, or a column of it, through the steps that rename, make and drop it.</summary>
internal sealed class Renaming(IReadOnlyList<TracedStep> steps, Dialect dialect)
{
    /// <summary>The name before the first step of what has the given name before step <paramref name="at"/>; null when a step makes it.</summary>
    public Named? Back(Named now, int at)
    {
        Named? then = now;
        for (var i = at - 1; i >= 0; i--)
        {
            foreach (var operation in Operations(i).Reverse())
            {
                then = then is null ? null : Before(then, operation);
            }
        }

        return then;
    }

    /// <summary>The name before step <paramref name="to"/> of what has the given name before step <paramref name="from"/>; null when a step drops it.</summary>
    public Named? Forth(Named then, int from, int to)
    {
        Named? now = then;
        for (var i = from; i < to; i++)
        {
            foreach (var operation in Operations(i))
            {
                now = now is null ? null : After(now, operation);
            }
        }

        return now;
    }

    private IReadOnlyList<Operation> Operations(int step) => steps[step].Step.Operation is RawSql sql
        ? [.. SqlEffects.Read(sql.Text, dialect.Kind).Select(Made).OfType<Operation>()]
        : [steps[step].Step.Operation];

    private static Operation? Made(SqlEffect effect) => effect switch
    {
        SqlChange e => e.Operation,
        CreatesTable e => new CreateTable(e.Definition.Name, e.Definition.Columns),
        _ => null,
    };

    private Named? Before(Named now, Operation operation) => operation switch
    {
        RenameTable o when Is(now, o.Table with { Name = o.NewName }) => now with { Table = o.Table },
        RenameColumn o when Is(now, o.Table, o.NewName) => now with { Column = o.Column },
        CreateTable o when Is(now, o.Table) => null,
        AddColumn o when Is(now, o.Table, o.Column.Name) => null,
        _ => now,
    };

    private Named? After(Named then, Operation operation) => operation switch
    {
        RenameTable o when Is(then, o.Table) => then with { Table = o.Table with { Name = o.NewName } },
        RenameColumn o when Is(then, o.Table, o.Column) => then with { Column = o.NewName },
        DropTable o when Is(then, o.Table) => null,
        DropColumn o when Is(then, o.Table, o.Column) => null,
        _ => then,
    };

    private bool Is(Named named, TableName table) => dialect.Same(named.Table, table);

    private bool Is(Named named, TableName table, string column) => named.Column is not null && Is(named, table) && dialect.Names.Equals(named.Column, column);
}
