using FluentMigrator;

namespace Nasty.Reversing;

// Trap: on SQLite the inline foreign key is made with its table, but its reverse is a statement of its own, which throws.
[Migration(20250201_100700)]
public class ReversingInlineForeignKey : AutoReversingMigration
{
    public override void Up()
    {
        Create.Table("loans")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("book_id").AsInt64().NotNullable().ForeignKey("fk_loans_books", "books", "id");
    }
}
