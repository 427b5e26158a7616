using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240506_093000, "The steps of an automation, in order")]
[Rationale("A step is a row and no JSON, so that a step can fail on its own.", Ticket = "CRM-50", Owner = "Automation")]
public class CreateAutomationSteps : AuditedTableMigration
{
    protected override string Table => "automation_steps";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithColumn("automation_id").AsInt64().NotNullable()
            .ForeignKey("fk_automation_steps_automation_id", "automations", "id").OnDelete(Rule.Cascade)
            .WithColumn("step_number").AsInt16().NotNullable()
            .WithColumn("kind").AsAnsiString(40).NotNullable()
            .WithJson("arguments");

    protected override void AddIndexes()
        => Create.UniqueConstraint("uq_automation_steps_number").OnTable("automation_steps").Columns("automation_id", "step_number");
}
