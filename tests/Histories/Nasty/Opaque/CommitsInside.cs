using FluentMigrator;

namespace Nasty.Opaque;

// Trap: the text ends the runner's own transaction.
[Migration(20250401_100500)]
public class CommitsInside : Migration
{
    public override void Up()
    {
        Execute.Sql("UPDATE parcels SET code = code; COMMIT; BEGIN");
    }

    public override void Down()
    {
        Execute.Sql("SELECT 1");
    }
}
