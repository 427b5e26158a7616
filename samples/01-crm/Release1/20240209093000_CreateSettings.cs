using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240209_093000, "Settings that an administrator may change")]
[Rationale("A row for every setting, so that adding one needs no new column.", Ticket = "CRM-33", Owner = "Platform")]
public class CreateSettings : Migration
{
    public override void Up()
    {
        Create.Table("settings")
            .WithColumn("name").AsString(Lengths.Name).NotNullable().PrimaryKey("pk_settings")
            .WithColumn("content").AsString(Lengths.Title).Nullable();

        Insert.IntoTable("settings")
            .Row(new { name = "records.page-size", content = "50" })
            .Row(new { name = "records.default-status", content = "open" })
            .Row(new { name = "mail.sender", content = "crm@example.com" })
            .Row(new { name = "beta.board", content = "off" });
    }

    public override void Down() => Delete.Table("settings");
}
