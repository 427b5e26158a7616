using FluentMigrator;

namespace Nasty.Data;

// Trap: drop and add in one migration, meant as a rename.
[Migration(20250301_101200)]
public class RenamedByDropAndAdd : Migration
{
    public override void Up()
    {
        Delete.Column("owner").FromTable("accounts");
        Create.Column("holder").OnTable("accounts").AsString(200).Nullable();
    }

    public override void Down()
    {
        Delete.Column("holder").FromTable("accounts");
        Create.Column("owner").OnTable("accounts").AsString(200).Nullable();
    }
}
