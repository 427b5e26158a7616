using FluentMigrator;

namespace Nasty.Engines;

// Trap: two names that differ by case only: two tables on PostgreSQL, one on SQLite and SQL Server.
[Migration(20250701_101100)]
public class SameNamesOtherCase : Migration
{
    public override void Up()
    {
        IfDatabase("PostgreSQL").Create.Table("Stock").WithColumn("Id").AsInt64().NotNullable();
        IfDatabase("PostgreSQL").Execute.Sql("ALTER TABLE Stock ADD COLUMN lost integer");
    }

    public override void Down()
    {
        IfDatabase("PostgreSQL").Execute.Sql("ALTER TABLE Stock DROP COLUMN lost");
        IfDatabase("PostgreSQL").Delete.Table("Stock");
    }
}
