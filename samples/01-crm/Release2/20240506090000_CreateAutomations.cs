using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240506_090000, "Automations: when this happens, do that")]
[Rationale("The most asked-for feature of the pilot.", Ticket = "CRM-50", Owner = "Automation")]
public class CreateAutomations : AuditedTableMigration
{
    protected override string Table => "automations";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithReference("automations", "form_id", "forms").OnDelete(Rule.Cascade)
            .WithColumn("name").AsString(80).NotNullable()
            .WithColumn("trigger_event").AsAnsiString(40).NotNullable()
            .WithJson("conditions")
            .WithColumn("is_enabled").AsBoolean().NotNullable().WithDefaultValue(false)
            .WithColumn("daily_at").AsTime().Nullable()
            .WithColumn("budget").AsCurrency().NotNullable().WithDefaultValue(0);
}
