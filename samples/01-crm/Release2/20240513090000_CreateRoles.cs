using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240513_090000, "Roles, their permissions and who has them")]
[Rationale("The flag for administrators was not enough for customers with departments.", Ticket = "CRM-60", Owner = "Security")]
[Expect("the owner may do everything", "SELECT COUNT(*) FROM role_permissions WHERE role_code = 'owner'", Is = 4)]
public class CreateRoles : Migration
{
    public override void Up()
    {
        Create.Table("roles")
            .WithColumn("code").AsString(Lengths.Code).NotNullable().PrimaryKey("pk_roles")
            .WithColumn("label").AsString(Lengths.Name).NotNullable()
            .WithColumn("is_builtin").AsBoolean().NotNullable().WithDefaultValue(false);

        Create.Table("role_permissions")
            .WithColumn("role_code").AsString(Lengths.Code).NotNullable().PrimaryKey("pk_role_permissions")
            .ForeignKey("fk_role_permissions_role_code", "roles", "code").OnDelete(Rule.Cascade)
            .WithColumn("permission").AsString(Lengths.Code).NotNullable().PrimaryKey("pk_role_permissions")
            .WithColumn("scope").AsAnsiString(10).NotNullable().WithDefaultValue("own");

        Create.Table("user_roles")
            .WithColumn("user_id").AsInt64().NotNullable().PrimaryKey("pk_user_roles")
            .ForeignKey("fk_user_roles_user_id", "users", "id").OnDelete(Rule.Cascade)
            .WithColumn("role_code").AsString(Lengths.Code).NotNullable().PrimaryKey("pk_user_roles").Indexed("ix_user_roles_role_code")
            .ForeignKey("fk_user_roles_role_code", "roles", "code").OnDelete(Rule.Cascade)
            .WithColumn("granted_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime);

        Insert.IntoTable("roles")
            .Row(new { code = "owner", label = "Owner", is_builtin = true })
            .Row(new { code = "member", label = "Member", is_builtin = true })
            .Row(new { code = "guest", label = "Guest", is_builtin = true });

        Insert.IntoTable("role_permissions")
            .Row(new { role_code = "owner", permission = "forms.design", scope = "all" })
            .Row(new { role_code = "owner", permission = "records.read", scope = "all" })
            .Row(new { role_code = "owner", permission = "records.write", scope = "all" })
            .Row(new { role_code = "owner", permission = "users.manage", scope = "all" })
            .Row(new { role_code = "member", permission = "records.read", scope = "team" })
            .Row(new { role_code = "member", permission = "records.write", scope = "own" })
            .Row(new { role_code = "guest", permission = "records.read", scope = "team" })
            .Row(new { role_code = "guest", permission = "records.write", scope = "own" });
    }

    public override void Down()
    {
        Delete.Table("user_roles");
        Delete.Table("role_permissions");
        Delete.Table("roles");
    }
}
