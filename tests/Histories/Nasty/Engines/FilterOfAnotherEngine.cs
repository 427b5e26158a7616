using FluentMigrator;
using FluentMigrator.SqlServer;

namespace Nasty.Engines;

// Trap: a SQL Server filter on every engine: elsewhere the unique index becomes a full one.
[Migration(20250701_100400)]
public class FilterOfAnotherEngine : Migration
{
    public override void Up()
    {
        Create.Index("ux_stock_sku").OnTable("stock").OnColumn("sku").Ascending()
            .WithOptions().Unique()
            .WithOptions().Filter("is_gone = 0");
    }

    public override void Down()
    {
        Delete.Index("ux_stock_sku").OnTable("stock");
    }
}
