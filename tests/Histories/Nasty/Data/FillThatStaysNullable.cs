using FluentMigrator;

namespace Nasty.Data;

// Trap: SetExistingRowsTo without NotNullable: filled today, null tomorrow.
[Migration(20250301_100600)]
public class FillThatStaysNullable : Migration
{
    public override void Up()
    {
        Alter.Table("accounts").AddColumn("region").AsString(20).Nullable().SetExistingRowsTo("EU");
    }

    public override void Down()
    {
        Delete.Column("region").FromTable("accounts");
    }
}
