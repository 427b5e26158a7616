using FluentMigrator;

namespace Nasty.Reversing;

// Trap: SetExistingRowsTo hides an update and an alter column, which have no reverse.
[Migration(20250201_100200)]
public class ReversingFillsExistingRows : AutoReversingMigration
{
    public override void Up()
    {
        Alter.Table("books").AddColumn("pages").AsInt32().SetExistingRowsTo(0).Nullable();
    }
}
