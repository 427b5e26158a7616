using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240109_101500, "Fields of a form")]
[Rationale("A field belongs to its form and goes with it.", Ticket = "CRM-5", Owner = "Builder")]
public class CreateFields : AuditedTableMigration
{
    protected override string Table => "fields";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithReference("fields", "form_id", "forms").OnDelete(Rule.Cascade)
            .WithColumn("type_code").AsString(Lengths.Code).NotNullable().Indexed("ix_fields_type_code")
            .ForeignKey("fk_fields_type_code", "field_types", "code").OnUpdate(Rule.Cascade)
            .WithColumn("name").AsString(Lengths.Name).NotNullable()
            .WithColumn("help").AsString(500).Nullable()
            .WithColumn("is_required").AsBoolean().NotNullable().WithDefaultValue(false)
            .WithColumn("sort_order").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("width").AsFloat().NotNullable().WithDefaultValue(1)
            .WithJson("options");

    protected override void AddIndexes()
        => Create.UniqueConstraint("uq_fields_form_id_name").OnTable("fields").Columns("form_id", "name");
}
