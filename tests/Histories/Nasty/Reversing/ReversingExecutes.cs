using FluentMigrator;

namespace Nasty.Reversing;

// Trap: SQL text behind IfDatabase has no reverse.
[Migration(20250201_100900)]
public class ReversingExecutes : AutoReversingMigration
{
    public override void Up()
    {
        IfDatabase("SQLite").Execute.Sql("UPDATE books SET title = TRIM(title)");
    }
}
