using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>What FluentMigrator's SQL Server generator makes of columns without a word.</summary>
internal static class SqlServerColumns
{
    private const string Sparse = "SqlServerSparseColumn";

    /// <summary>The operation with columns as SQL Server will have them.</summary>
    public static Operation Settle(Turn turn, Operation operation) => operation switch
    {
        CreateTable o => o with { Columns = o.Columns.Select(c => Settle(turn, o.Table, c)).ToItems() },
        AddColumn o => o with { Column = Settle(turn, o.Table, o.Column) },
        _ => operation,
    };

    private static Column Settle(Turn turn, TableName table, Column column)
    {
        var name = $"column '{table}.{column.Name}'";
        if (column.Default is { Kind: ValueKind.Text, Text: { } text } && text.EndsWith("()", StringComparison.Ordinal))
        {
            turn.Lose($"The default text '{text}' of {name}", "FluentMigrator takes a text that ends in '()' for a function there", Severity.Info);
        }

        if (column.Nullable != true && column.Features.Any(f => f.Key == Sparse))
        {
            turn.Lose($"The sparse storage of {name}", "only a nullable column can be sparse, so FluentMigrator leaves it out", Severity.Info);
        }

        return column;
    }
}
