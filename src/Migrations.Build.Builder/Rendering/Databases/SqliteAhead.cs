using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>
/// SQLite knows foreign keys and primary keys only in the statement that creates the table or the column. Keys that later steps of the
/// same list add to a new table or column are therefore taken into that statement.
/// </summary>
internal static class SqliteAhead
{
    /// <summary>The later operations that the statement of this step takes in.</summary>
    public static IReadOnlyList<Operation> Taken(Turn turn)
    {
        var taken = new List<Operation>();
        for (var at = turn.At + 1; at < turn.Steps.Count; at++)
        {
            var later = turn.Steps[at].Operation;
            if (Ends(turn, later))
            {
                break;
            }

            if (Fits(turn, later, taken))
            {
                taken.Add(later);
            }
        }

        return taken;
    }

    /// <summary>Whether an earlier step has taken this one in.</summary>
    public static bool IsTaken(Turn turn)
    {
        var own = turn.Steps[turn.At].Operation;
        return Enumerable.Range(0, turn.At)
            .Where(at => turn.Steps[at].Operation is CreateTable or AddColumn)
            .Any(at => Taken(turn with { At = at, Operation = turn.Steps[at].Operation }).Any(o => ReferenceEquals(o, own)));
    }

    /// <summary>Whether no row can be in the table: an earlier step of the list has created it, and none may have filled it.</summary>
    public static bool IsNew(Turn turn, TableName table) =>
        turn.Start.Tables.Find(table) is null && turn.Before.Tables.Find(table) is { Filled: false, Touched: false };

    private static bool Fits(Turn turn, Operation later, List<Operation> taken) => (turn.Operation, later) switch
    {
        (CreateTable o, AddForeignKey { ForeignKey: var key }) => Same(turn, o.Table, key.Table) && key.Columns.All(c => Has(turn, o, c)),
        (CreateTable o, AddKey { Kind: KeyKind.Primary } key) =>
            Same(turn, o.Table, key.Table) && key.Key.Columns.All(c => Has(turn, o, c)) && !o.Columns.Any(c => c.PrimaryKey) && !taken.OfType<AddKey>().Any(),
        // A default would need rows that refer to it already, which SQLite refuses.
        (AddColumn { Column.Default: null or { Kind: ValueKind.Null } } o, AddForeignKey { ForeignKey: var key }) =>
            Same(turn, o.Table, key.Table) && key.Columns.Count == 1 && turn.Before.Dialect.Names.Equals(key.Columns[0], o.Column.Name) && taken.Count == 0,
        _ => false,
    };

    /// <summary>Whether the table goes by another name, or by no name, after a later step; or has other columns.</summary>
    private static bool Ends(Turn turn, Operation later) => later switch
    {
        DropTable o => Same(turn, Table(turn), o.Table),
        RenameTable o => Same(turn, Table(turn), o.Table),
        RenameColumn o => Same(turn, Table(turn), o.Table),
        DropColumn o => Same(turn, Table(turn), o.Table),
        DropForeignKey o => Same(turn, Table(turn), o.Table),
        _ => false,
    };

    private static TableName Table(Turn turn) => turn.Operation switch
    {
        CreateTable o => o.Table,
        AddColumn o => o.Table,
        _ => TableName.Of(""),
    };

    private static bool Same(Turn turn, TableName a, TableName b) => turn.Before.Dialect.Same(a, b);

    private static bool Has(Turn turn, CreateTable table, string column) => table.Columns.Any(c => turn.Before.Dialect.Names.Equals(c.Name, column));
}
