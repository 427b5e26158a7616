using FluentMigrator;

namespace Nasty.Data;

// Trap: one call overwrites every row, the next removes every row; Down cannot know what was there.
[Migration(20250301_100900)]
public class EveryRowOverwritten : Migration
{
    public override void Up()
    {
        Update.Table("accounts").Set(new { owner = "unknown" }).AllRows();
        Delete.FromTable("postings").AllRows();
    }

    public override void Down()
    {
        Update.Table("accounts").Set(new { owner = (string?)null }).AllRows();
    }
}
