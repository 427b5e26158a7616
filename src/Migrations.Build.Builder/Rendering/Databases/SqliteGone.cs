using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>
/// Constraints that go with their table. A reversed <c>Create.Table</c> with a foreign key drops the key first, which SQLite cannot do,
/// and then the table, which takes the key with it.
/// </summary>
internal static class SqliteGone
{
    /// <summary>Whether a later step drops the table, and nothing before that could notice that the constraint is still there.</summary>
    public static bool With(Turn turn, TableName table, TableName? referenced)
    {
        foreach (var later in turn.Steps.Skip(turn.At + 1).Select(s => s.Operation))
        {
            if (later is DropTable { Table: var dropped } && Same(turn, dropped, table))
            {
                return true;
            }

            if (!Unnoticing(turn, later, referenced))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The table that a dropped foreign key refers to; null when nobody knows.</summary>
    public static TableName? Referenced(Turn turn, DropForeignKey operation) =>
        operation.Described?.Referenced
        ?? turn.Before.Tables.Find(operation.Table)?.ForeignKeys.FirstOrDefault(k => turn.Before.Dialect.Names.Equals(k.Name, operation.Name))?.Referenced;

    /// <summary>Dropping a table deletes its rows first, which a key that refers to them would refuse.</summary>
    private static bool Unnoticing(Turn turn, Operation later, TableName? referenced) => later switch
    {
        DropForeignKey or DropIndex or DropKey or DropColumn => true,
        DropTable o => referenced is not null && !Same(turn, o.Table, referenced),
        _ => false,
    };

    private static bool Same(Turn turn, TableName a, TableName b) => turn.Before.Dialect.Same(a, b);
}
