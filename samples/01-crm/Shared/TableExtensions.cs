using FluentMigrator;
using FluentMigrator.Builders.Create.Table;

namespace Crm.Migrations.Shared;

/// <summary>Columns that look the same in every table.</summary>
internal static class TableExtensions
{
    public static ICreateTableWithColumnSyntax WithId(this ICreateTableWithColumnSyntax table)
        => table.WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity();

    public static ICreateTableWithColumnSyntax WithCreatedAt(this ICreateTableWithColumnSyntax table)
        => table.WithColumn("created_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime);

    public static ICreateTableWithColumnSyntax WithAudit(this ICreateTableWithColumnSyntax table)
        => table
            .WithCreatedAt()
            .WithColumn("created_by").AsString(Lengths.Name).Nullable()
            .WithColumn("updated_at").AsDateTime().Nullable()
            .WithColumn("updated_by").AsString(Lengths.Name).Nullable();

    public static ICreateTableWithColumnSyntax WithJson(this ICreateTableWithColumnSyntax table, string name)
        => table.WithColumn(name).AsString(Lengths.Unlimited).Nullable();

    public static ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax WithReference(
        this ICreateTableWithColumnSyntax table, string from, string column, string to)
        => table
            .WithColumn(column).AsInt64().NotNullable().Indexed($"ix_{from}_{column}")
            .ForeignKey($"fk_{from}_{column}", to, "id");

    public static ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax WithOptionalReference(
        this ICreateTableWithColumnSyntax table, string from, string column, string to)
        => table
            .WithColumn(column).AsInt64().Nullable().Indexed($"ix_{from}_{column}")
            .ForeignKey($"fk_{from}_{column}", to, "id");
}
