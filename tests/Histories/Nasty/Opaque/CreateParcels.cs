using FluentMigrator;

namespace Nasty.Opaque;

// Trap: none; the table that the others of this history touch.
[Migration(20250401_100000)]
public class CreateParcels : Migration
{
    public override void Up()
    {
        Create.Table("parcels")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("code").AsString(50).NotNullable()
            .WithColumn("weight").AsDecimal(10, 3).Nullable();
    }

    public override void Down()
    {
        Delete.Table("parcels");
    }
}
