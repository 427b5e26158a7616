using FluentMigrator;
using FluentMigrator.Postgres;

namespace Nasty.Engines;

// Trap: included columns and a method that only PostgreSQL knows.
[Migration(20250701_100500)]
public class IncludeOfAnotherEngine : Migration
{
    public override void Up()
    {
        Create.Index("ix_stock_shelf").OnTable("stock").OnColumn("shelf").Ascending()
            .WithOptions().Include("sku").UsingBTree();
    }

    public override void Down()
    {
        Delete.Index("ix_stock_shelf").OnTable("stock");
    }
}
