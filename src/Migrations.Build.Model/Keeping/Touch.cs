using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Keeping;

/// <summary>Reads what an opaque step declares: <c>table</c>, <c>table.column</c> or <c>schema.table.column</c>.</summary>
internal static class Touch
{
    public static Named Of(string declared) => declared.Split('.') switch
    {
        [var schema, var table, var column] => new(new TableName(schema, table), column),
        [var table, var column] => new(TableName.Of(table), column),
        _ => new(TableName.Of(declared)),
    };
}
