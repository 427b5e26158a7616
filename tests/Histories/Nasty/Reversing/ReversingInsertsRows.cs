using FluentMigrator;

namespace Nasty.Reversing;

// Trap: the reverse of an insert deletes equal rows of users too, and misses edited ones.
[Migration(20250201_100600)]
public class ReversingInsertsRows : AutoReversingMigration
{
    public override void Up()
    {
        Insert.IntoTable("authors").Row(new { name = "Anonymous" });
    }
}
