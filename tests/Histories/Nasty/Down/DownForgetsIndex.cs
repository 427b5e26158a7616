using FluentMigrator;

namespace Nasty.Down;

// Trap: Down undoes one of two things; Up then fails the second time.
[Migration(20250101_100900)]
public class DownForgetsIndex : Migration
{
    public override void Up()
    {
        Create.Table("returns").WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity();
        Create.Index("ix_orders_placed_at").OnTable("orders").OnColumn("placed_at").Descending();
    }

    public override void Down()
    {
        Delete.Table("returns");
    }
}
