using FluentMigrator;

namespace Nasty.Data;

// Trap: Set without Where or AllRows compiles and is refused at run time.
[Migration(20250301_100200)]
public class UnfinishedUpdate : Migration
{
    public override void Up()
    {
        Update.Table("accounts").Set(new { owner = "nobody" });
    }

    public override void Down()
    {
    }
}
