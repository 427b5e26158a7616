using FluentMigrator;

namespace Nasty.Discovery;

// Trap: the attribute on an abstract class is not inherited by FirstHeir.
[Migration(20250501_100200)]
public abstract class AbstractWithAttribute : Migration
{
    public override void Up()
    {
        Create.Column("inherited").OnTable("places").AsBoolean().Nullable();
    }

    public override void Down()
    {
        Delete.Column("inherited").FromTable("places");
    }
}
