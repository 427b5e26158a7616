using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[TimestampedMigration(2024, 5, 24, 11, 0, "A priority for each record")]
[Rationale("Required with a constant default: every old row has one at once and every old writer goes on writing.", Ticket = "CRM-67", Owner = "Records")]
[Expect("nobody is without a priority", "SELECT COUNT(*) FROM records WHERE priority IS NULL", Is = 0)]
public class AddRecordPriority : Migration
{
    public override void Up()
    {
        Create.Column("priority").OnTable("records").AsInt16().NotNullable().WithDefaultValue(3);
        Create.Index("ix_records_form_id_priority").OnTable("records")
            .OnColumn("form_id").Ascending()
            .OnColumn("priority").Descending();
    }

    public override void Down()
    {
        Delete.Index("ix_records_form_id_priority").OnTable("records");
        Delete.Column("priority").FromTable("records");
    }
}
