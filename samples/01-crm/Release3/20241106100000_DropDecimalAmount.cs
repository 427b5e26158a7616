using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241106_100000, "Drops the decimal amount, which has been kept in minor units since release 2", BreakingChange = true)]
[Rationale("The second half of the type change. The view on the old column is made anew around the drop.", Ticket = "CRM-91", Owner = "Records")]
[Accept("MIG0202", "Every amount has been written in minor units since release 2.")]
public class DropDecimalAmount : Migration
{
    public override void Up()
    {
        Execute.Sql(OpenRecordsView.Drop);
        Delete.Column("amount").FromTable("records");
        Execute.Sql(OpenRecordsView.WithMinorAmount);
    }

    public override void Down()
    {
        Execute.Sql(OpenRecordsView.Drop);
        Create.Column("amount").OnTable("records").AsDecimal(18, 4).Nullable();
        Execute.Sql("UPDATE records SET amount = amount_minor / 100.0 WHERE amount_minor IS NOT NULL");
        Execute.Sql(OpenRecordsView.WithSplitName);
    }
}
