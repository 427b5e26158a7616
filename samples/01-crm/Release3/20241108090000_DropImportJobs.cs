using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241108_090000, "Drops the import jobs; imports are automations now", BreakingChange = true)]
[Rationale("The importer was switched off in release 2. Nobody asked for the old protocols for half a year.", Ticket = "CRM-93", Owner = "Onboarding")]
[Accept("MIG0201", "The protocols of old imports may go; a rollback brings back what the runner kept.")]
public class DropImportJobs : Migration
{
    public override void Up() => Delete.Table("import_jobs");

    public override void Down()
        => Create.Table("import_jobs")
            .WithId()
            .WithReference("import_jobs", "form_id", "forms")
            .WithColumn("file_name").AsString(Lengths.Title).NotNullable()
            .WithColumn("rows_total").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("rows_failed").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("log").AsString(Lengths.Unlimited).Nullable()
            .WithAudit();
}
