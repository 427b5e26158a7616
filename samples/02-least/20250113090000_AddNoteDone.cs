using FluentMigrator;

namespace Least.Migrations;

[Migration(20250113_090000, "A note can be done; the old ones are not")]
public class AddNoteDone : Migration
{
    public override void Up() => Create.Column("is_done").OnTable("notes").AsBoolean().NotNullable().WithDefaultValue(false);

    public override void Down() => Delete.Column("is_done").FromTable("notes");
}
