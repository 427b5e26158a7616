using FluentMigrator;

namespace Nasty.Engines;

// Trap: "postgres" and "sqlite3" match nothing, so that nothing happens anywhere.
[Migration(20250701_100200)]
public class MisspeltDatabase : Migration
{
    public override void Up()
    {
        IfDatabase("postgres").Create.Table("never").WithColumn("id").AsInt64().NotNullable();
        IfDatabase("sqlite3").Create.Table("never").WithColumn("id").AsInt64().NotNullable();
    }

    public override void Down()
    {
        IfDatabase("postgres").Delete.Table("never");
        IfDatabase("sqlite3").Delete.Table("never");
    }
}
