using FluentMigrator;

namespace Nasty.Down;

// Trap: forward only without a word of why.
[Migration(20250101_100400)]
public class ForwardOnlySilent : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("UPDATE customers SET name = UPPER(name)");
    }
}
