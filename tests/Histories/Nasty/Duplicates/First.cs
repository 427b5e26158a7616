using FluentMigrator;

namespace Nasty.Duplicates;

// Trap: the same version as Second: neither runs, the whole assembly is refused.
[Migration(20250601_100000)]
public class First : Migration
{
    public override void Up()
    {
        Create.Table("first").WithColumn("id").AsInt64().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("first");
    }
}
