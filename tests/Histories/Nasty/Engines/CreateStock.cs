using FluentMigrator;

namespace Nasty.Engines;

// Trap: none; the table that the others of this history index.
[Migration(20250701_100300)]
public class CreateStock : Migration
{
    public override void Up()
    {
        Create.Table("stock")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("sku").AsString(40).NotNullable()
            .WithColumn("shelf").AsString(40).Nullable()
            .WithColumn("is_gone").AsBoolean().NotNullable().WithDefaultValue(false);
    }

    public override void Down()
    {
        Delete.Table("stock");
    }
}
