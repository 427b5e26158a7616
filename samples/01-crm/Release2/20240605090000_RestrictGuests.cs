using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240605_090000, "Guests may look and not touch")]
[Rationale("A guest deleted a pipeline. Guests read their own records; members may write for the team.", Ticket = "CRM-77", Owner = "Security")]
[Expect("no guest writes", "SELECT COUNT(*) FROM role_permissions WHERE role_code = 'guest' AND permission = 'records.write'", Is = 0)]
[Expect("guests write again", "SELECT COUNT(*) FROM role_permissions WHERE role_code = 'guest' AND permission = 'records.write'", Is = 1, When = ExpectWhen.AfterRollback)]
public class RestrictGuests : Migration
{
    public override void Up()
    {
        Delete.FromTable("role_permissions").Row(new { role_code = "guest", permission = "records.write" });
        Update.Table("role_permissions").Set(new { scope = "own" }).Where(new { role_code = "guest", permission = "records.read" });
        Update.Table("role_permissions").Set(new { scope = "team" }).Where(new { role_code = "member", permission = "records.write" });
    }

    public override void Down()
    {
        Update.Table("role_permissions").Set(new { scope = "own" }).Where(new { role_code = "member", permission = "records.write" });
        Update.Table("role_permissions").Set(new { scope = "team" }).Where(new { role_code = "guest", permission = "records.read" });
        Insert.IntoTable("role_permissions").Row(new { role_code = "guest", permission = "records.write", scope = "own" });
    }
}
