using FluentMigrator;

namespace Nasty.Down;

// Trap: Down drops the parent before its child; it works while both are empty.
[Migration(20250101_100700)]
public class DownInWrongOrder : Migration
{
    public override void Up()
    {
        Create.Table("suppliers").WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity();
        Create.Table("deliveries")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("supplier_id").AsInt64().NotNullable().ForeignKey("fk_deliveries_suppliers", "suppliers", "id");
    }

    public override void Down()
    {
        Delete.Table("suppliers");
        Delete.Table("deliveries");
    }
}
