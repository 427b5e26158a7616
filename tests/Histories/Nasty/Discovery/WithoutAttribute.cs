using FluentMigrator;

namespace Nasty.Discovery;

// Trap: no attribute, so it never runs.
public class WithoutAttribute : Migration
{
    public override void Up()
    {
        Create.Column("forgotten").OnTable("places").AsBoolean().Nullable();
    }

    public override void Down()
    {
        Delete.Column("forgotten").FromTable("places");
    }
}
