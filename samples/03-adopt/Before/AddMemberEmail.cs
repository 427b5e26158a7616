using FluentMigrator;

namespace Adopt.Migrations.Before;

[Migration(20220915_080000)]
public class AddMemberEmail : Migration
{
    public override void Up()
    {
        Alter.Table("Members").AddColumn("Email").AsString(254).Nullable();
    }

    public override void Down()
    {
        Delete.Column("Email").FromTable("Members");
    }
}
