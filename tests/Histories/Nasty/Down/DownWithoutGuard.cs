using FluentMigrator;

namespace Nasty.Down;

// Trap: Up is for one database, Down for all of them.
[Migration(20250101_101000)]
public class DownWithoutGuard : Migration
{
    public override void Up()
    {
        IfDatabase("PostgreSQL").Create.Table("search_terms").WithColumn("term").AsString(100).NotNullable();
    }

    public override void Down()
    {
        Delete.Table("search_terms");
    }
}
