using FluentMigrator;

namespace Nasty.Data;

// Trap: no modifier means NOT NULL: fails as soon as there is a row.
[Migration(20250301_100400)]
public class RequiredWithoutDefault : Migration
{
    public override void Up()
    {
        Alter.Table("accounts").AddColumn("currency").AsFixedLengthAnsiString(3);
    }

    public override void Down()
    {
        Delete.Column("currency").FromTable("accounts");
    }
}
