using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[TimestampedMigration(2024, 1, 29, 12, 0, "A phone number for each user")]
[Rationale("Support calls back.", Ticket = "CRM-25", Owner = "Support")]
public class AddUserPhone : AutoReversingMigration
{
    public override void Up()
    {
        Alter.Table("users").AddColumn("phone").AsAnsiString(40).Nullable();
        Create.Index("ix_users_phone").OnTable("users").OnColumn("phone").Ascending();
    }
}
