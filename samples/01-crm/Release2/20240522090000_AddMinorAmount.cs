using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240522_090000, "Amounts as whole minor units beside the decimal ones")]
[Rationale("Rounding differed by database. The first half of a type change: add and fill; the next release drops the old column.", Ticket = "CRM-66", Owner = "Records")]
[Expect("no amount was forgotten", "SELECT COUNT(*) FROM records WHERE amount IS NOT NULL AND amount_minor IS NULL", Is = 0)]
public class AddMinorAmount : Migration
{
    public override void Up()
    {
        Alter.Table("records").AddColumn("amount_minor").AsInt64().Nullable();

        this.SqlPerEngine(
            sqlite: "UPDATE records SET amount_minor = CAST(ROUND(amount * 100) AS INTEGER) WHERE amount IS NOT NULL",
            postgres: "UPDATE records SET amount_minor = CAST(ROUND(amount * 100) AS BIGINT) WHERE amount IS NOT NULL",
            mySql: "UPDATE records SET amount_minor = CAST(ROUND(amount * 100) AS SIGNED) WHERE amount IS NOT NULL",
            sqlServer: "UPDATE records SET amount_minor = CAST(ROUND(amount * 100, 0) AS BIGINT) WHERE amount IS NOT NULL");
    }

    public override void Down() => Delete.Column("amount_minor").FromTable("records");
}
