using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240510_090000, "Saved views: a filter, an order and the columns to show")]
[Rationale("Everybody built the same filter again every morning.", Ticket = "CRM-58", Owner = "Records")]
public class CreateSavedViews : Migration
{
    public override void Up()
    {
        Create.Table("saved_views")
            .WithId()
            .WithReference("saved_views", "form_id", "forms").OnDelete(Rule.Cascade)
            .WithReference("saved_views", "owner_id", "users")
            .WithColumn("name").AsString(Lengths.Name).NotNullable()
            .WithColumn("is_default").AsBoolean().NotNullable().WithDefaultValue(false)
            .WithJson("filter")
            .WithAudit();

        Create.Table("saved_view_columns")
            .WithColumn("saved_view_id").AsInt64().NotNullable().PrimaryKey("pk_saved_view_columns")
            .ForeignKey("fk_saved_view_columns_saved_view_id", "saved_views", "id").OnDelete(Rule.Cascade)
            .WithColumn("field_id").AsInt64().NotNullable().PrimaryKey("pk_saved_view_columns").Indexed("ix_saved_view_columns_field_id")
            .ForeignKey("fk_saved_view_columns_field_id", "fields", "id")
            .WithColumn("sort_order").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("width").AsFloat().Nullable();
    }

    public override void Down()
    {
        Delete.Table("saved_view_columns");
        Delete.Table("saved_views");
    }
}
