using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241128_100000, "Holidays, on which automations rest")]
[Rationale("Two pilot customers were given this table by hand; everybody else gets it here.", Ticket = "CRM-101", Owner = "Automation")]
public class CreateHolidays : Migration
{
    public override void Up()
    {
        if (Schema.Table("holidays").Exists())
        {
            return;
        }

        Create.Table("holidays")
            .WithColumn("country").AsFixedLengthAnsiString(2).NotNullable().PrimaryKey("pk_holidays")
            .WithColumn("day").AsDate().NotNullable().PrimaryKey("pk_holidays")
            .WithColumn("name").AsString(Lengths.Name).NotNullable();
    }

    public override void Down()
    {
        if (Schema.Table("holidays").Exists())
        {
            Delete.Table("holidays");
        }
    }
}
