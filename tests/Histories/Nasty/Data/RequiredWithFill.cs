using FluentMigrator;

namespace Nasty.Data;

// Trap: SetExistingRowsTo with NotNullable: throws on SQLite, or leaves the column nullable there.
[Migration(20250301_100500)]
public class RequiredWithFill : Migration
{
    public override void Up()
    {
        Alter.Table("accounts").AddColumn("branch").AsString(20).NotNullable().SetExistingRowsTo("main");
    }

    public override void Down()
    {
        Delete.Column("branch").FromTable("accounts");
    }
}
