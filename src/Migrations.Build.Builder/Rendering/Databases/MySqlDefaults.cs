using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Functions as defaults on MySQL and MariaDB (https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html).</summary>
internal static class MySqlDefaults
{
    /// <summary>Why a default cannot be rendered; null when all can.</summary>
    public static string? Refuses(Operation operation, DatabaseTarget target)
    {
        var old = target.Kind == DatabaseKind.MySql && Engines.Major(target) < 8;
        return old && Defaults(operation).Any(IsExpression) ? "before version 8.0 MySQL knows no function as a default but the current time" : null;
    }

    /// <summary><c>ALTER COLUMN … SET DEFAULT</c> takes the current time only in parentheses, which FluentMigrator leaves out.</summary>
    public static Operation Settle(SetDefault operation) => operation.Default is { Kind: ValueKind.System, Text: "CurrentDateTime" }
        ? operation with { Default = Value.Sql("(CURRENT_TIMESTAMP)") }
        : operation;

    private static bool IsExpression(Value value) => value.Kind == ValueKind.System && value.Text != "CurrentDateTime";

    private static IEnumerable<Value> Defaults(Operation operation) => operation switch
    {
        CreateTable o => o.Columns.Select(c => c.Default).OfType<Value>(),
        AddColumn { Column.Default: { } value } => [value],
        AlterColumn { Column.Default: { } value } => [value],
        SetDefault o => [o.Default],
        _ => [],
    };
}
