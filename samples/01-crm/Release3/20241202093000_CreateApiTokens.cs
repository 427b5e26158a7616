using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[CrmMigration(20241202, 0930, "CRM-104", "Tokens for other programs")]
[Rationale("Only a hash is kept: who reads the table still cannot sign in.", Ticket = "CRM-104", Owner = "Security")]
public class CreateApiTokens : Migration
{
    public override void Up()
    {
        Create.Table("api_tokens")
            .WithColumn("id").AsGuid().NotNullable().PrimaryKey("pk_api_tokens")
            .WithReference("api_tokens", "user_id", "users").OnDelete(Rule.Cascade)
            .WithColumn("name").AsString(Lengths.Name).NotNullable()
            .WithColumn("token_hash").AsBinary(32).NotNullable()
            .WithColumn("calls_per_minute").AsInt32().NotNullable().WithDefaultValue(60)
            .WithColumn("expires_at").AsDateTime2().Nullable()
            .WithCreatedAt();

        Create.Index("ux_api_tokens_name").OnTable("api_tokens")
            .OnColumn("user_id").Ascending()
            .OnColumn("name").Ascending()
            .WithOptions().Unique();
    }

    public override void Down() => Delete.Table("api_tokens");
}
