using FluentMigrator;

namespace Nasty.Down;

// Trap: Down is empty; the runner forgets the version although nothing was undone.
[Migration(20250101_100100)]
public class EmptyDown : Migration
{
    public override void Up()
    {
        Alter.Table("customers").AddColumn("vat_number").AsString(20).Nullable();
    }

    public override void Down()
    {
    }
}
