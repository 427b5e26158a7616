using FluentMigrator;

namespace Nasty.Discovery;

// Trap: relies on a column that only a tagged run has.
[Migration(20250501_100500)]
public class NeedsTheTaggedOne : Migration
{
    public override void Up()
    {
        Create.Index("ix_places_country").OnTable("places").OnColumn("country").Ascending();
    }

    public override void Down()
    {
        Delete.Index("ix_places_country").OnTable("places");
    }
}
