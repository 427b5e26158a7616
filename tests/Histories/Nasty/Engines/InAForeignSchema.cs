using FluentMigrator;

namespace Nasty.Engines;

// Trap: MySQL ignores the schema, SQLite takes it for an attached database.
[Migration(20250701_100000)]
public class InAForeignSchema : Migration
{
    public override void Up()
    {
        IfDatabase("PostgreSQL", "SqlServer", "MySql").Create.Schema("sales");
        Create.Table("leads").InSchema("sales").WithColumn("id").AsInt64().NotNullable().PrimaryKey();
    }

    public override void Down()
    {
        Delete.Table("leads").InSchema("sales");
        IfDatabase("PostgreSQL", "SqlServer", "MySql").Delete.Schema("sales");
    }
}
