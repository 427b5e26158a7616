using FluentMigrator;

namespace Nasty.Duplicates;

// Trap: the same version as First, written another way.
[TimestampedMigration(2025, 6, 1, 10, 0)]
public class Second : Migration
{
    public override void Up()
    {
        Create.Table("second").WithColumn("id").AsInt64().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("second");
    }
}
