using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241104_090000, "The start page shows first and last name", BreakingChange = true)]
[Rationale("The view is the last reader of the full name.", Ticket = "CRM-90", Owner = "Reporting")]
public class ShowSplitNamesInOpenRecords : Migration
{
    public override void Up()
    {
        Execute.Sql(OpenRecordsView.Drop);
        Execute.Sql(OpenRecordsView.WithSplitName);
    }

    public override void Down()
    {
        Execute.Sql(OpenRecordsView.Drop);
        Execute.Sql(OpenRecordsView.WithFullName);
    }
}
