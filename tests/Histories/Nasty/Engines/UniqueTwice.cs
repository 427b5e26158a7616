using FluentMigrator;

namespace Nasty.Engines;

// Trap: an inline unique is two things on SQLite; deleting the index leaves the other one.
[Migration(20250701_100700)]
public class UniqueTwice : Migration
{
    public override void Up()
    {
        Create.Table("shelves").WithColumn("code").AsString(40).NotNullable().Unique("ux_shelves_code");
        Delete.Index("ux_shelves_code").OnTable("shelves");
    }

    public override void Down()
    {
        Delete.Table("shelves");
    }
}
