using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240108_090000, "Forms: what a customer designs instead of a table")]
[Rationale("A form is the customer's own record type; everything else hangs from it.", Ticket = "CRM-4", Owner = "Builder")]
public class CreateForms : AuditedTableMigration
{
    protected override string Table => "forms";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithReference("forms", "owner_id", "users")
            .WithColumn("name").AsString(Lengths.Name).NotNullable()
            .WithColumn("description").AsString(Lengths.Unlimited).Nullable()
            .WithColumn("is_published").AsBoolean().NotNullable().WithDefaultValue(false)
            .WithColumn("sort_order").AsInt32().NotNullable().WithDefaultValue(0)
            .WithJson("layout");

    protected override void AddIndexes()
        => Create.Index("ix_forms_published_order").OnTable("forms")
            .OnColumn("is_published").Ascending()
            .OnColumn("sort_order").Ascending();
}
