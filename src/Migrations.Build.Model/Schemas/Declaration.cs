using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>What <c>[Touches]</c> declares: a table, or one of its columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; null where the whole table is meant.</param>
public sealed record Declaration(TableName Table, string? Column)
{
    /// <summary>What a declaration may mean: <c>table</c>, <c>table.column</c>, <c>schema.table</c> or <c>schema.table.column</c>; two words are a column first.</summary>
    public static Items<Declaration> Of(string declared) => declared.Split('.') switch
    {
        [var schema, var table, var column] => Items.Of(new Declaration(new TableName(schema, table), column)),
        [var first, var second] => Items.Of(new Declaration(TableName.Of(first), second), new Declaration(new TableName(first, second), null)),
        _ => Items.Of(new Declaration(TableName.Of(declared), null)),
    };

    /// <summary>What a declaration means in a schema: the first of its meanings whose table is there.</summary>
    public static Declaration In(Schema schema, string declared)
    {
        var meanings = Of(declared);
        return meanings.FirstOrDefault(m => schema.Tables.Find(m.Table) is not null) ?? meanings[0];
    }
}
