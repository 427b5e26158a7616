using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240115_093000, "Tags, and the records that carry them")]
[Rationale("Sales asked for colours on the board before there were stages.", Ticket = "CRM-12", Owner = "Records")]
public class CreateTags : Migration
{
    public override void Up()
    {
        Create.Table("tags")
            .WithId()
            .WithColumn("name").AsString(Lengths.Name).NotNullable()
            .WithColumn("colour").AsFixedLengthAnsiString(7).NotNullable().WithDefaultValue("#808080");

        Create.Table("record_tags")
            .WithColumn("record_id").AsInt64().NotNullable().PrimaryKey("pk_record_tags")
            .ForeignKey("fk_record_tags_record_id", "records", "id").OnDelete(Rule.Cascade)
            .WithColumn("tag_id").AsInt64().NotNullable().PrimaryKey("pk_record_tags").Indexed("ix_record_tags_tag_id")
            .ForeignKey("fk_record_tags_tag_id", "tags", "id").OnDelete(Rule.Cascade);

        Create.Index("ux_tags_name").OnTable("tags").OnColumn("name").Unique();
    }

    public override void Down()
    {
        Delete.Table("record_tags");
        Delete.Table("tags");
    }
}
