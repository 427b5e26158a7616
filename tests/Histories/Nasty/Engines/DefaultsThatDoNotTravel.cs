using FluentMigrator;

namespace Nasty.Engines;

// Trap: a default that is no constant: SQLite adds the column while the table is empty, and refuses as soon as there is a row.
[Migration(20250701_101300)]
public class DefaultsThatDoNotTravel : Migration
{
    public override void Up()
    {
        Alter.Table("stock").AddColumn("seen_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime);
    }

    public override void Down()
    {
        Delete.Column("seen_at").FromTable("stock");
    }
}
