using FluentMigrator;

namespace Nasty.Down;

// Trap: Up loosens, Down tightens: rows written meanwhile do not fit.
[Migration(20250101_101100)]
public class DownTightensAgain : Migration
{
    public override void Up()
    {
        Delete.Index("ix_orders_customer_id").OnTable("orders");
        Create.Table("barcodes").WithColumn("code").AsString(40).Nullable();
    }

    public override void Down()
    {
        Delete.Table("barcodes");
        Create.Index("ix_orders_customer_id").OnTable("orders").OnColumn("customer_id").Unique();
    }
}
