using FluentMigrator;

namespace Nasty.Down;

// Trap: Down drops a table that an earlier migration made.
[Migration(20250101_100600)]
public class DownDropsForeignThings : Migration
{
    public override void Up()
    {
        Create.Table("invoices")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("number").AsString(30).NotNullable();
    }

    public override void Down()
    {
        Delete.Table("invoices");
        Delete.Table("orders");
    }
}
