using FluentMigrator;

namespace Nasty.Reversing;

// Trap: an altered column has no reverse.
[Migration(20250201_100300)]
public class ReversingAltersColumn : AutoReversingMigration
{
    public override void Up()
    {
        Alter.Column("name").OnTable("authors").AsString(200).NotNullable();
    }
}
