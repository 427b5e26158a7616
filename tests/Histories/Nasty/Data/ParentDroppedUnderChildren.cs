using FluentMigrator;

namespace Nasty.Data;

// Trap: dropping the parent of an ON DELETE CASCADE empties the child without a word on SQLite.
[Migration(20250301_101000)]
public class ParentDroppedUnderChildren : Migration
{
    public override void Up()
    {
        Delete.Table("accounts");
    }

    public override void Down()
    {
        Create.Table("accounts")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("name").AsString(200).NotNullable();
    }
}
