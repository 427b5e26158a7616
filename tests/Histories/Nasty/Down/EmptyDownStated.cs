using FluentMigrator;
using Migrations.Build;

namespace Nasty.Down;

// Trap: an empty Down that is a decision, so it is no missing Down.
[Migration(20250101_100500)]
[ForwardOnly("Nobody knows which discounts were one.")]
public class EmptyDownStated : Migration
{
    public override void Up()
    {
        Update.Table("customers").Set(new { discount = 0m }).Where(new { discount = 1m });
    }

    public override void Down()
    {
    }
}
