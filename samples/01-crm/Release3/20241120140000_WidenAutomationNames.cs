using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241120_140000, "Longer names for automations")]
[Rationale("Eighty characters were too few. SQLite does not limit a text, so there is nothing to widen there.", Ticket = "CRM-98", Owner = "Automation")]
public class WidenAutomationNames : Migration
{
    public override void Up()
        => IfDatabase(Engines.Postgres, Engines.MySql, Engines.SqlServer)
            .Alter.Column("name").OnTable("automations").AsString(Lengths.Name).NotNullable();

    public override void Down()
        => IfDatabase(Engines.Postgres, Engines.MySql, Engines.SqlServer)
            .Alter.Column("name").OnTable("automations").AsString(80).NotNullable();
}
