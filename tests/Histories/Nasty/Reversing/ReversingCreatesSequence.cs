using FluentMigrator;

namespace Nasty.Reversing;

// Trap: a sequence is created and has no reverse.
[Migration(20250201_100400)]
public class ReversingCreatesSequence : AutoReversingMigration
{
    public override void Up()
    {
        IfDatabase("PostgreSQL", "SqlServer").Create.Sequence("loan_numbers");
    }
}
