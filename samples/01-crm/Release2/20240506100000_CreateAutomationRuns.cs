using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240506_100000, "What each run of an automation came to")]
[Rationale("Support must see why a mail was not sent.", Ticket = "CRM-51", Owner = "Automation")]
public class CreateAutomationRuns : Migration
{
    public override void Up()
    {
        Create.Table("automation_runs")
            .WithId()
            .WithColumn("automation_id").AsInt64().NotNullable()
            .ForeignKey("fk_automation_runs_automation_id", "automations", "id").OnDelete(Rule.Cascade)
            .WithColumn("started_at").AsDateTime2().NotNullable()
            .WithColumn("finished_at").AsDateTime2().Nullable()
            .WithColumn("outcome").AsInt16().NotNullable().WithDefaultValue(0)
            .WithColumn("log").AsString(Lengths.Unlimited).Nullable();

        Create.Index("ix_automation_runs_latest").OnTable("automation_runs")
            .OnColumn("automation_id").Ascending()
            .OnColumn("started_at").Descending();
    }

    public override void Down() => Delete.Table("automation_runs");
}
