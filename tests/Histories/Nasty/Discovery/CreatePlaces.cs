using FluentMigrator;

namespace Nasty.Discovery;

// Trap: none; the table that the others of this history touch.
[Migration(20250501_100000)]
public class CreatePlaces : Migration
{
    public override void Up()
    {
        Create.Table("places").WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity();
    }

    public override void Down()
    {
        Delete.Table("places");
    }
}
