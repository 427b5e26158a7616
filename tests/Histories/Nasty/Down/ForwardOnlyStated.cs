using FluentMigrator;
using Migrations.Build;

namespace Nasty.Down;

// Trap: forward only, and says why: legal, but a rollback past it must be refused before the first statement.
[Migration(20250101_100300)]
[ForwardOnly("The notes were deleted on request of the customers.", Recovery = "Restore the backup of the night before.")]
public class ForwardOnlyStated : ForwardOnlyMigration
{
    public override void Up()
    {
        Delete.Column("note").FromTable("customers");
    }
}
