using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241111_110000, "Drops the single phone number in favour of the contacts", BreakingChange = true)]
[Rationale("Release 2 copied every number into user_contacts and reads only those.", Ticket = "CRM-79", Owner = "Support")]
[Accept("MIG0202", "Every number has been in user_contacts since release 2.")]
public class DropUserPhone : Migration
{
    public override void Up()
    {
        Delete.Index("ix_users_phone").OnTable("users");
        Delete.Column("phone").FromTable("users");
    }

    public override void Down()
    {
        Alter.Table("users").AddColumn("phone").AsAnsiString(40).Nullable();
        Execute.Sql(
            """
            UPDATE users SET phone =
                (SELECT MIN(SUBSTRING(c.address, 1, 40)) FROM user_contacts c WHERE c.user_id = users.id AND c.kind = 'phone')
            """);
        Create.Index("ix_users_phone").OnTable("users").OnColumn("phone").Ascending();
    }
}
