using FluentMigrator;

namespace Nasty.Discovery;

// Trap: eight digits beside fourteen: the newest migration sorts before all the others.
[Migration(20260101)]
public class SortsFirst : Migration
{
    public override void Up()
    {
        Create.Column("late").OnTable("places").AsBoolean().Nullable();
    }

    public override void Down()
    {
        Delete.Column("late").FromTable("places");
    }
}
