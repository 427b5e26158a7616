using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[CrmMigration(20240607, 1000, "CRM-79", "Several ways to reach a user")]
[Rationale("One phone number was too few. The old column stays readable for one more release.", Ticket = "CRM-79", Owner = "Support")]
[Expect("every number came along", "SELECT (SELECT COUNT(*) FROM users WHERE phone IS NOT NULL) - (SELECT COUNT(*) FROM user_contacts WHERE kind = 'phone')", Is = 0)]
public class CreateUserContacts : Migration
{
    public override void Up()
    {
        Create.Table("user_contacts")
            .WithId()
            .WithReference("user_contacts", "user_id", "users").OnDelete(Rule.Cascade)
            .WithColumn("kind").AsAnsiString(10).NotNullable()
            .WithColumn("address").AsString(Lengths.Email).NotNullable()
            .WithCreatedAt();

        Execute.Sql("INSERT INTO user_contacts (user_id, kind, address) SELECT id, 'phone', phone FROM users WHERE phone IS NOT NULL");
    }

    public override void Down() => Delete.Table("user_contacts");
}
