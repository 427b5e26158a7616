using FluentMigrator;

namespace Nasty.Engines;

// Trap: two names that are equal once PostgreSQL has cut them at 63 bytes.
[Migration(20250701_101200)]
public class TooLongToTell : Migration
{
    public override void Up()
    {
        Create.Index("ix_stock_a_name_so_long_that_nobody_reads_to_its_very_end_where_it_says_one").OnTable("stock").OnColumn("sku").Ascending();
        Create.Index("ix_stock_a_name_so_long_that_nobody_reads_to_its_very_end_where_it_says_two").OnTable("stock").OnColumn("shelf").Ascending();
    }

    public override void Down()
    {
        Delete.Index("ix_stock_a_name_so_long_that_nobody_reads_to_its_very_end_where_it_says_two").OnTable("stock");
        Delete.Index("ix_stock_a_name_so_long_that_nobody_reads_to_its_very_end_where_it_says_one").OnTable("stock");
    }
}
