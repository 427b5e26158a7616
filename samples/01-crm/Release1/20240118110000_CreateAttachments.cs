using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[CrmMigration(20240118, 1100, "CRM-17", "Files on a record")]
[Rationale("Small files stay beside their record until there is a store for blobs.", Ticket = "CRM-17", Owner = "Records")]
public class CreateAttachments : Migration
{
    public override void Up()
        => Create.Table("attachments")
            .WithColumn("id").AsGuid().NotNullable().PrimaryKey("pk_attachments")
            .WithReference("attachments", "record_id", "records").OnDelete(Rule.Cascade)
            .WithReference("attachments", "uploaded_by", "users")
            .WithColumn("file_name").AsString(Lengths.Title).NotNullable()
            .WithColumn("kind").AsByte().NotNullable().WithDefaultValue(0)
            .WithColumn("size_in_bytes").AsInt64().NotNullable()
            .WithColumn("sha").AsFixedLengthString(64).NotNullable()
            .WithColumn("content").AsBinary(Lengths.Unlimited).Nullable()
            .WithCreatedAt();

    public override void Down() => Delete.Table("attachments");
}
