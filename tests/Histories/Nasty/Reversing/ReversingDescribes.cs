using FluentMigrator;

namespace Nasty.Reversing;

// Trap: the reverse of a description is the same description.
[Migration(20250201_100800)]
public class ReversingDescribes : AutoReversingMigration
{
    public override void Up()
    {
        Alter.Table("books").WithDescription("What we lend");
    }
}
