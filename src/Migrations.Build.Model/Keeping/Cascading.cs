using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Keeping;

/// <summary>A foreign key by which deleting rows of one table reaches rows of another.</summary>
/// <param name="Key">The key of the table that is reached.</param>
/// <param name="Deletes">Whether its rows go; else its columns get another value.</param>
internal sealed record Cascading(ForeignKey Key, bool Deletes)
{
    /// <summary>Every key that is reached, over any number of tables; a table whose rows go is followed once.</summary>
    public static IEnumerable<Cascading> From(Schema schema, TableName table)
    {
        var (open, seen) = (new Queue<TableName>([table]), new HashSet<TableName>());
        while (open.Count > 0)
        {
            var deleted = open.Dequeue();
            foreach (var key in schema.Tables.SelectMany(t => t.ForeignKeys).Where(k => k.OnDelete != ForeignKeyAction.None && schema.Dialect.Same(k.Referenced, deleted)))
            {
                var deletes = key.OnDelete == ForeignKeyAction.Cascade;
                if (!deletes || seen.Add(key.Table))
                {
                    yield return new(key, deletes);
                }

                if (deletes && !schema.Dialect.Same(key.Table, table) && !open.Contains(key.Table))
                {
                    open.Enqueue(key.Table);
                }
            }
        }
    }
}
