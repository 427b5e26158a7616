using FluentMigrator;

namespace Nasty.Data;

// Trap: the column is tightened before its nulls are filled.
[Migration(20250301_100800)]
public class FilledTooLate : Migration
{
    public override void Up()
    {
        Alter.Column("owner").OnTable("accounts").AsString(200).NotNullable();
        Execute.Sql("UPDATE accounts SET owner = '' WHERE owner IS NULL");
    }

    public override void Down()
    {
        Alter.Column("owner").OnTable("accounts").AsString(200).Nullable();
    }
}
