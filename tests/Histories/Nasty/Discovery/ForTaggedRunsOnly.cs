using FluentMigrator;

namespace Nasty.Discovery;

// Trap: tagged: does not run unless asked for, and a later migration needs it.
[Migration(20250501_100400)]
[Tags("UK", "Production")]
public class ForTaggedRunsOnly : Migration
{
    public override void Up()
    {
        Create.Column("country").OnTable("places").AsString(2).Nullable();
    }

    public override void Down()
    {
        Delete.Column("country").FromTable("places");
    }
}
