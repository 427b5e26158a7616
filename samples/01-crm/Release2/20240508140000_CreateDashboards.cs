using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[CrmMigration(20240508, 1400, "CRM-55", "Dashboards and their widgets")]
[Rationale("A widget without its dashboard means nothing; both come and go together.", Ticket = "CRM-55", Owner = "Reporting")]
public class CreateDashboards : Migration
{
    public override void Up()
    {
        Create.Table("dashboards")
            .WithId()
            .WithReference("dashboards", "owner_id", "users").OnDelete(Rule.Cascade)
            .WithColumn("name").AsString(Lengths.Name).NotNullable()
            .WithColumn("is_shared").AsBoolean().NotNullable().WithDefaultValue(false)
            .WithAudit();

        Create.Table("dashboard_widgets")
            .WithId()
            .WithReference("dashboard_widgets", "dashboard_id", "dashboards").OnDelete(Rule.Cascade)
            .WithOptionalReference("dashboard_widgets", "form_id", "forms")
            .WithColumn("kind").AsAnsiString(40).NotNullable()
            .WithColumn("grid_x").AsInt16().NotNullable().WithDefaultValue(0)
            .WithColumn("grid_y").AsInt16().NotNullable().WithDefaultValue(0)
            .WithColumn("opacity").AsDouble().NotNullable().WithDefaultValue(0.75)
            .WithJson("settings");
    }

    public override void Down()
    {
        Delete.Table("dashboard_widgets");
        Delete.Table("dashboards");
    }
}
