using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240206_140000, "Who did what, and when")]
[Rationale("Entries outlive what they speak of, so there is no foreign key.", Ticket = "CRM-31", Owner = "Security")]
public class CreateAuditEntries : AutoReversingMigration
{
    public override void Up()
    {
        Create.Table("audit_entries")
            .WithId()
            .WithColumn("occurred_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime)
            .WithColumn("actor").AsString(Lengths.Name).Nullable()
            .WithColumn("action").AsAnsiString(40).NotNullable()
            .WithColumn("entity").AsAnsiString(40).NotNullable()
            .WithColumn("entity_id").AsInt64().Nullable()
            .WithColumn("details").AsString(Lengths.Unlimited).Nullable();

        Create.Index("ix_audit_entries_entity").OnTable("audit_entries")
            .OnColumn("entity").Ascending()
            .OnColumn("entity_id").Ascending()
            .OnColumn("occurred_at").Descending();
    }
}
