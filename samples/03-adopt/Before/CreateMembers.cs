using FluentMigrator;

namespace Adopt.Migrations.Before;

[Migration(20210311_080000)]
public class CreateMembers : Migration
{
    public override void Up()
    {
        Create.Table("Members")
            .WithColumn("Id").AsInt64().PrimaryKey().Identity()
            .WithColumn("Name").AsString(100).NotNullable()
            .WithColumn("JoinedOn").AsDate().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("Members");
    }
}
