using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[TimestampedMigration(2024, 12, 16, 9, 0, "Where an audited change came from")]
[Rationale("Changes by tokens and by people must be told apart.", Ticket = "CRM-110", Owner = "Security")]
public class AddAuditSource : AutoReversingMigration
{
    public override void Up()
    {
        Create.Column("source").OnTable("audit_entries").AsAnsiString(20).NotNullable().WithDefaultValue("person");
        Create.Index("ix_audit_entries_source").OnTable("audit_entries")
            .OnColumn("source").Ascending()
            .OnColumn("occurred_at").Descending();
    }
}
