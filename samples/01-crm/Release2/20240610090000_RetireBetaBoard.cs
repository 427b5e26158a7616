using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240610_090000, "The board leaves beta; bigger pages by default")]
[Rationale("A switch that nobody may switch is no setting.", Ticket = "CRM-80", Owner = "Platform")]
public class RetireBetaBoard : Migration
{
    public override void Up()
    {
        Delete.FromTable("settings").Row(new { name = "beta.board" });
        Update.Table("settings").Set(new { content = "100" }).Where(new { name = "records.page-size", content = "50" });
    }

    public override void Down()
    {
        Update.Table("settings").Set(new { content = "50" }).Where(new { name = "records.page-size", content = "100" });
        Insert.IntoTable("settings").Row(new { name = "beta.board", content = "off" });
    }
}
