using FluentMigrator;

namespace Nasty.Opaque;

// Trap: SQL text put together at run time, so that no reader of the source knows it; comments and strings that look like hazards.
[Migration(20250401_100400)]
public class SqlFromPieces : Migration
{
    public override void Up()
    {
        foreach (var column in (string[])["length_cm", "width_cm"])
        {
            Execute.Sql($"ALTER TABLE parcels ADD COLUMN {column} INTEGER NULL");
        }

        Execute.Sql("/* DROP TABLE parcels */ UPDATE parcels SET code = code -- DELETE FROM parcels\nWHERE code = 'TRUNCATE TABLE parcels;'");
    }

    public override void Down()
    {
        foreach (var column in (string[])["width_cm", "length_cm"])
        {
            Execute.Sql("ALTER TABLE parcels DROP COLUMN " + column);
        }
    }
}
