using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240105_110000, "People who sign in")]
[Rationale("A user outlives the team: when a team is dissolved, its people stay.", Ticket = "CRM-1", Owner = "Platform")]
public class CreateUsers : Migration
{
    public override void Up()
    {
        Create.Table("users").WithDescription("People who sign in")
            .WithId()
            .WithOptionalReference("users", "team_id", "teams").OnDelete(Rule.SetNull)
            .WithColumn("email").AsString(Lengths.Email).NotNullable().WithColumnDescription("Lower case, unique")
            .WithColumn("full_name").AsString(Lengths.Name).NotNullable().WithDefaultValue("")
            .WithColumn("password_hash").AsBinary(64).Nullable()
            .WithColumn("is_active").AsBoolean().NotNullable().WithDefaultValue(true)
            .WithColumn("locale").AsAnsiString(10).NotNullable().WithDefaultValue("en")
            .WithColumn("last_seen_at").AsDateTime2().Nullable()
            .WithCreatedAt();

        Create.Index("ux_users_email").OnTable("users").OnColumn("email").Ascending().WithOptions().Unique();
    }

    public override void Down() => Delete.Table("users");
}
