using FluentMigrator;

namespace Nasty.Reversing;

// Trap: none; the tables that the others of this history spoil.
[Migration(20250201_100000)]
public class CreateLibrary : AutoReversingMigration
{
    public override void Up()
    {
        Create.Table("authors")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("name").AsString(100).NotNullable();

        Create.Table("books")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("author_id").AsInt64().NotNullable()
            .WithColumn("title").AsString(100).NotNullable();
    }
}
