using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>What FluentMigrator's PostgreSQL generators leave out of columns.</summary>
internal static class PostgresColumns
{
    /// <summary>The operation with columns as PostgreSQL will have them.</summary>
    public static Operation Settle(Turn turn, Operation operation, int version) => operation switch
    {
        CreateTable o => o with { Columns = o.Columns.Select(c => Settle(turn, o.Table, c, version)).ToItems() },
        AddColumn o => o with { Column = Settle(turn, o.Table, o.Column, version) },
        AlterColumn o => o with { Column = Settle(turn, o.Table, o.Column, version) },
        _ => operation,
    };

    private static Column Settle(Turn turn, TableName table, Column column, int version)
    {
        var name = $"column '{table}.{column.Name}'";
        if (column.Computed is { Stored: false })
        {
            turn.Lose($"The computed {name}", "FluentMigrator knows stored computed columns only there, so its values are stored", Severity.Info);
        }

        if (column.Default is { Kind: ValueKind.System } value && NeedsExtension(value, version))
        {
            turn.Lose($"The default of {name}", $"'{value.Text}' needs the extension 'uuid-ossp', which the database must have", Severity.Warning);
        }

        return column.Computed is { Stored: false } c ? column with { Computed = c with { Stored = true } } : column;
    }

    private static bool NeedsExtension(Value value, int version) =>
        value.Text == "NewSequentialId" || (value.Text == "NewGuid" && version < 13);
}
