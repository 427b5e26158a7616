using FluentMigrator;

namespace Nasty.Data;

// Trap: the pragma does nothing inside a transaction, and is never switched back on.
[Migration(20250301_101100)]
public class ForeignKeysSwitchedOff : Migration
{
    public override void Up()
    {
        IfDatabase("SQLite").Execute.Sql("PRAGMA foreign_keys = OFF");
        IfDatabase("SQLite").Execute.Sql("INSERT INTO postings (account_id, amount) VALUES (-1, 1)");
    }

    public override void Down()
    {
        IfDatabase("SQLite").Execute.Sql("DELETE FROM postings WHERE account_id = -1");
    }
}
