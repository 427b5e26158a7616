using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>The names that FluentMigrator's SQL Server generator writes into texts as they are.</summary>
internal static class SqlServerNames
{
    public static IEnumerable<string> InText(Operation operation) => operation switch
    {
        SetDefault o => Of(o.Table, o.Column),
        DropDefault o => Of(o.Table, o.Column),
        DropColumn o => Of(o.Table, o.Column),
        DropTable { IfExists: true } o => Of(o.Table),
        _ => [],
    };

    private static IEnumerable<string> Of(TableName table, string? column = null) =>
        new[] { table.Schema, table.Name, column }.OfType<string>();
}
