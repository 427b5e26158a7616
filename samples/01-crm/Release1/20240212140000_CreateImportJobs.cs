using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240212_140000, "Imports of spreadsheets")]
[Rationale("Pilot customers bring their old lists.", Ticket = "CRM-35", Owner = "Onboarding")]
public class CreateImportJobs : AuditedTableMigration
{
    protected override string Table => "import_jobs";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithReference("import_jobs", "form_id", "forms")
            .WithColumn("file_name").AsString(Lengths.Title).NotNullable()
            .WithColumn("rows_total").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("rows_failed").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("log").AsString(Lengths.Unlimited).Nullable();
}
