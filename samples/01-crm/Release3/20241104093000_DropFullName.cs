using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241104_093000, "Drops the full name, which has had two parts since release 2", BreakingChange = true)]
[Rationale("The second half of the split: nothing reads the old column any more.", Ticket = "CRM-90", Owner = "Platform")]
[Accept("MIG0202", "Release 2 wrote both parts for every user; the full name can be put together again.")]
public class DropFullName : Migration
{
    public override void Up() => Delete.Column("full_name").FromTable("users");

    public override void Down()
    {
        Create.Column("full_name").OnTable("users").AsString(Lengths.Name).NotNullable().WithDefaultValue("");

        this.SqlPerEngine(
            sqlite: "UPDATE users SET full_name = TRIM(COALESCE(first_name, '') || ' ' || COALESCE(last_name, ''))",
            postgres: "UPDATE users SET full_name = LEFT(TRIM(CONCAT(first_name, ' ', last_name)), 120)",
            mySql: "UPDATE users SET full_name = LEFT(TRIM(CONCAT(COALESCE(first_name, ''), ' ', COALESCE(last_name, ''))), 120)",
            sqlServer: "UPDATE users SET full_name = LEFT(LTRIM(RTRIM(CONCAT(first_name, ' ', last_name))), 120)");
    }
}
