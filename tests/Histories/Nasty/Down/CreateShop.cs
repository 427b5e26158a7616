using FluentMigrator;

namespace Nasty.Down;

// Trap: none; the tables that the others of this history spoil.
[Migration(20250101_100000)]
public class CreateShop : Migration
{
    public override void Up()
    {
        Create.Table("customers")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("name").AsString(100).NotNullable()
            .WithColumn("discount").AsDecimal(9, 4).NotNullable().WithDefaultValue(0)
            .WithColumn("note").AsString(200).Nullable();

        Create.Table("orders")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("customer_id").AsInt64().NotNullable().ForeignKey("fk_orders_customers", "customers", "id")
            .WithColumn("placed_at").AsDateTime().NotNullable();

        Create.Index("ix_orders_customer_id").OnTable("orders").OnColumn("customer_id").Ascending();
    }

    public override void Down()
    {
        Delete.Table("orders");
        Delete.Table("customers");
    }
}
