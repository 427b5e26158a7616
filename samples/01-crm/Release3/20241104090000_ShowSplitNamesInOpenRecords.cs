using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241104_090000, "The start page shows first and last name", BreakingChange = true)]
[Rationale("The view is the last reader of the full name.", Ticket = "CRM-90", Owner = "Reporting")]
[Accept("MIG0511", "The export reads the view by column name and learns the new names in the same release.")]
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
