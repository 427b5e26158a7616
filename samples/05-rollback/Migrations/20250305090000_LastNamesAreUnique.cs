using FluentMigrator;

namespace Shop.Migrations;

/// <summary>Wrong, and nothing in the history says so: only production knows that two customers share a name.</summary>
[Migration(20250305_090000, "Every last name once")]
public class LastNamesAreUnique : AutoReversingMigration
{
    public override void Up() => Create.Index("ux_customers_last_name").OnTable("customers").OnColumn("last_name").Unique();
}
