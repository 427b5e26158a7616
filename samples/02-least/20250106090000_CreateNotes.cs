using FluentMigrator;

namespace Least.Migrations;

[Migration(20250106_090000, "Notes, each with a title and a text")]
public class CreateNotes : AutoReversingMigration
{
    public override void Up()
        => Create.Table("notes")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("title").AsString(200).NotNullable()
            .WithColumn("content").AsString(int.MaxValue).Nullable();
}
