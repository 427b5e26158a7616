using FluentMigrator;

namespace Nasty.Down;

// Trap: Down brings a column back with another type, nullability and no default.
[Migration(20250101_100800)]
public class DownWithOtherType : Migration
{
    public override void Up()
    {
        Delete.Column("discount").FromTable("customers");
    }

    public override void Down()
    {
        Create.Column("discount").OnTable("customers").AsInt32().Nullable();
    }
}
