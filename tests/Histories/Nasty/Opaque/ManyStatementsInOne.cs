using FluentMigrator;

namespace Nasty.Opaque;

// Trap: several statements, a trigger body with semicolons and a batch separator in one text.
[Migration(20250401_100600)]
public class ManyStatementsInOne : Migration
{
    public override void Up()
    {
        IfDatabase("SQLite").Execute.Sql(
            """
            CREATE TABLE parcel_log (code TEXT);
            CREATE TRIGGER parcels_log AFTER INSERT ON parcels
            BEGIN
                INSERT INTO parcel_log (code) VALUES ('a;b');
                INSERT INTO parcel_log (code) VALUES (NEW.code);
            END;
            CREATE INDEX ix_parcel_log ON parcel_log (code)
            """);
        IfDatabase("SqlServer").Execute.Sql("CREATE TABLE parcel_log (code NVARCHAR(50))\nGO\nCREATE INDEX ix_parcel_log ON parcel_log (code)\nGO 1");
    }

    public override void Down()
    {
        IfDatabase("SQLite").Execute.Sql("DROP TRIGGER parcels_log; DROP TABLE parcel_log");
        IfDatabase("SqlServer").Execute.Sql("DROP TABLE parcel_log");
    }
}
