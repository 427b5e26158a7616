using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240110_140000, "Records: what a customer enters into a form")]
[Rationale("The common columns of every record; the customer's own fields are rows of record_values.", Ticket = "CRM-8", Owner = "Records")]
public class CreateRecords : AuditedTableMigration
{
    protected override string Table => "records";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithColumn("form_id").AsInt64().NotNullable()
            .ForeignKey("fk_records_form_id", "forms", "id").OnDelete(Rule.Cascade)
            .WithOptionalReference("records", "owner_id", "users").OnDelete(Rule.SetNull)
            .WithColumn("title").AsString(Lengths.Title).NotNullable()
            .WithColumn("status").AsString(Lengths.Code).NotNullable().WithDefaultValue("open")
            .WithColumn("amount").AsDecimal(18, 4).Nullable()
            .WithColumn("probability").AsDouble().Nullable()
            .WithColumn("closed_on").AsDate().Nullable();

    protected override void AddIndexes()
    {
        Create.Index("ix_records_form_id_status").OnTable("records")
            .OnColumn("form_id").Ascending()
            .OnColumn("status").Ascending();
        Create.Index("ix_records_created_at").OnTable("records").OnColumn("created_at").Descending();
    }
}
