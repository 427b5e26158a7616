using FluentMigrator;

namespace Nasty.Engines;

// Trap: an identity that is no key: SQLite forgets it, MySQL refuses it.
[Migration(20250701_100800)]
public class IdentityBesideKey : Migration
{
    public override void Up()
    {
        Create.Table("tickets")
            .WithColumn("code").AsString(40).NotNullable().PrimaryKey("pk_tickets")
            .WithColumn("number").AsInt32().NotNullable().Identity();
    }

    public override void Down()
    {
        Delete.Table("tickets");
    }
}
