using FluentMigrator;

namespace Nasty.Discovery;

// Trap: no transaction: the first step stays when the second fails, and the next try fails on the first.
[Migration(20250501_100600, TransactionBehavior.None, "Two steps without a transaction")]
public class HalfAndNoTransaction : Migration
{
    public override void Up()
    {
        Create.Table("half").WithColumn("id").AsInt64().NotNullable();
        Create.Index("ix_half").OnTable("no_such_table").OnColumn("id").Ascending();
    }

    public override void Down()
    {
        Delete.Table("half");
    }
}
