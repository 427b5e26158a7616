using FluentMigrator;

namespace Nasty.Engines;

// Trap: IfExists loses the schema, so that another table of that name is dropped.
[Migration(20250701_100100)]
public class DropsIfExistsInSchema : Migration
{
    public override void Up()
    {
        Delete.Table("leads").IfExists().InSchema("archive");
    }

    public override void Down()
    {
    }
}
