using FluentMigrator;

namespace Nasty.Discovery;

// Trap: an internal class is skipped without a word.
[Migration(20250501_100100)]
internal class InternalMigration : Migration
{
    public override void Up()
    {
        Create.Column("hidden").OnTable("places").AsBoolean().Nullable();
    }

    public override void Down()
    {
        Delete.Column("hidden").FromTable("places");
    }
}
