using FluentMigrator;

namespace Nasty.Discovery;

// Trap: a profile: runs at every migrate, has no version and no journal entry.
[Profile("Demo")]
public class DemoPlaces : Migration
{
    public override void Up()
    {
        Insert.IntoTable("places").Row(new { id = 1 });
    }

    public override void Down()
    {
        Delete.FromTable("places").Row(new { id = 1 });
    }
}
