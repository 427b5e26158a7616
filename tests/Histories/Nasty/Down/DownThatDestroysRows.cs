using FluentMigrator;

namespace Nasty.Down;

// Trap: Down deletes by a value that users' rows have too.
[Migration(20250101_101300)]
public class DownThatDestroysRows : Migration
{
    public override void Up()
    {
        Insert.IntoTable("customers").Row(new { name = "Walk-in" });
    }

    public override void Down()
    {
        Delete.FromTable("customers").Row(new { name = "Walk-in" });
    }
}
