using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[CrmMigration(20240112, 0815, "CRM-9", "One row for every filled field of a record")]
[Rationale("A column for each storage kind keeps numbers sortable and dates comparable.", Ticket = "CRM-9", Owner = "Records")]
public class CreateRecordValues : Migration
{
    public override void Up()
    {
        Create.Table("record_values")
            .WithColumn("record_id").AsInt64().NotNullable().PrimaryKey("pk_record_values")
            .ForeignKey("fk_record_values_record_id", "records", "id").OnDelete(Rule.Cascade)
            .WithColumn("field_id").AsInt64().NotNullable().PrimaryKey("pk_record_values")
            .ForeignKey("fk_record_values_field_id", "fields", "id")
            .WithColumn("text_value").AsString(Lengths.Unlimited).Nullable()
            .WithColumn("number_value").AsDecimal(18, 6).Nullable()
            .WithColumn("date_value").AsDateTime2().Nullable()
            .WithColumn("flag_value").AsBoolean().Nullable();

        Create.Index("ix_record_values_field_id_number").OnTable("record_values")
            .OnColumn("field_id").Ascending()
            .OnColumn("number_value").Descending();
    }

    public override void Down() => Delete.Table("record_values");
}
