using FluentMigrator;

namespace Shop.Migrations;

[Migration(20250106_090000, "Customers, as the first release knows them")]
public class CreateCustomers : AutoReversingMigration
{
    public override void Up()
        => Create.Table("customers")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("full_name").AsString(200).NotNullable()
            .WithColumn("note").AsString(2000).Nullable();
}
