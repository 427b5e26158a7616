using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241118_090000, "The outcome of a run as a word instead of a number", BreakingChange = true)]
[Rationale("Everybody joined by heart. Expanded and contracted at once: only the scheduler reads runs, and it stands still meanwhile.", Ticket = "CRM-97", Owner = "Automation")]
[Accept("MIG0212", "Nothing but the scheduler reads or writes the old numbers, and it is stopped for this release.")]
[Expect("no run lost its outcome", "SELECT COUNT(*) FROM automation_runs WHERE outcome_name IS NULL", Is = 0)]
public class NameRunOutcomes : Migration
{
    public override void Up()
    {
        Alter.Table("automation_runs").AddColumn("outcome_name").AsAnsiString(20).NotNullable().WithDefaultValue("unknown");
        Execute.Sql("UPDATE automation_runs SET outcome_name = CASE outcome WHEN 0 THEN 'running' WHEN 1 THEN 'done' WHEN 2 THEN 'failed' ELSE 'unknown' END");
        Delete.Column("outcome").FromTable("automation_runs");
    }

    public override void Down()
    {
        Alter.Table("automation_runs").AddColumn("outcome").AsInt16().NotNullable().WithDefaultValue(0);
        Execute.Sql("UPDATE automation_runs SET outcome = CASE outcome_name WHEN 'running' THEN 0 WHEN 'done' THEN 1 WHEN 'failed' THEN 2 ELSE 3 END");
        Delete.Column("outcome_name").FromTable("automation_runs");
    }
}
