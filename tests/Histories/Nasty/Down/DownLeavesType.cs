using FluentMigrator;

namespace Nasty.Down;

// Trap: Down leaves a type and a function behind, so Up fails the second time.
[Migration(20250101_101200)]
public class DownLeavesType : Migration
{
    public override void Up()
    {
        IfDatabase("PostgreSQL").Execute.Sql("CREATE TYPE order_state AS ENUM ('open', 'paid')");
        IfDatabase("PostgreSQL").Execute.Sql("CREATE FUNCTION paid() RETURNS order_state LANGUAGE sql AS 'SELECT ''paid''::order_state'");
        Create.Table("order_states").WithColumn("order_id").AsInt64().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("order_states");
    }
}
