using FluentMigrator;

namespace Nasty.Reversing;

// Trap: a foreign key dropped by its columns comes back in the wrong direction.
[Migration(20250201_100500)]
public class ReversingDropsForeignKey : AutoReversingMigration
{
    public override void Up()
    {
        IfDatabase("PostgreSQL", "MySql", "SqlServer").Delete.ForeignKey()
            .FromTable("books").ForeignColumn("author_id")
            .ToTable("authors").PrimaryColumn("id");
    }
}
