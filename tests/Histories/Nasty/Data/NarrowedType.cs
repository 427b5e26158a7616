using FluentMigrator;

namespace Nasty.Data;

// Trap: a shorter text and fewer digits, on the column itself.
[Migration(20250301_100700)]
public class NarrowedType : Migration
{
    public override void Up()
    {
        Alter.Column("name").OnTable("accounts").AsAnsiString(20).NotNullable();
        Alter.Column("balance").OnTable("accounts").AsDecimal(10, 2).Nullable();
    }

    public override void Down()
    {
        Alter.Column("balance").OnTable("accounts").AsDecimal(26, 10).Nullable();
        Alter.Column("name").OnTable("accounts").AsString(200).NotNullable();
    }
}
