using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240527_090000, "Tags become labels", BreakingChange = true)]
[Rationale("The word clashed with the tags of the mail integration.", Ticket = "CRM-69", Owner = "Records")]
[Accept("MIG0501", "The board is the only reader and is deployed in the same maintenance window.")]
[Accept("MIG0502", "The board is the only reader and is deployed in the same maintenance window.")]
public class RenameTagsToLabels : Migration
{
    public override void Up()
    {
        Rename.Table("tags").To("labels");
        Rename.Table("record_tags").To("record_labels");
        Rename.Column("tag_id").OnTable("record_labels").To("label_id");
    }

    public override void Down()
    {
        Rename.Column("label_id").OnTable("record_labels").To("tag_id");
        Rename.Table("record_labels").To("record_tags");
        Rename.Table("labels").To("tags");
    }
}
