using FluentMigrator;

namespace Nasty.Reversing;

// Trap: Delete does not compile here, but does behind IfDatabase; it throws at rollback.
[Migration(20250201_100100)]
public class ReversingDeletes : AutoReversingMigration
{
    public override void Up()
    {
        IfDatabase("SQLite", "PostgreSQL").Delete.Column("title").FromTable("books");
    }
}
