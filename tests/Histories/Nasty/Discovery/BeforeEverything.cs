using FluentMigrator;

namespace Nasty.Discovery;

// Trap: maintenance: runs before all of an upgrade, never at a rollback.
[Maintenance(MigrationStage.BeforeAll, TransactionBehavior.None)]
public class BeforeEverything : Migration
{
    public override void Up()
    {
        Execute.Sql("SELECT 1");
    }

    public override void Down()
    {
    }
}
