using FluentMigrator;

namespace Nasty.Discovery;

// Trap: declared breaking, and breaks nobody.
[Migration(20250501_100700, BreakingChange = true)]
public class BreakingForNoReason : Migration
{
    public override void Up()
    {
        Create.Table("harmless").WithColumn("id").AsInt64().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("harmless");
    }
}
