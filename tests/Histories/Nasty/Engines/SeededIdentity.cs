using FluentMigrator;
using FluentMigrator.SqlServer;

namespace Nasty.Engines;

// Trap: a seed that only SQL Server keeps; SQLite throws, the others start at one.
[Migration(20250701_100900)]
public class SeededIdentity : Migration
{
    public override void Up()
    {
        Create.Table("receipts").WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity(1000, 10);
    }

    public override void Down()
    {
        Delete.Table("receipts");
    }
}
