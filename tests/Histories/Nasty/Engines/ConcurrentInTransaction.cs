using FluentMigrator;
using FluentMigrator.Postgres;

namespace Nasty.Engines;

// Trap: a concurrent index inside the transaction that PostgreSQL forbids it.
[Migration(20250701_100600)]
public class ConcurrentInTransaction : Migration
{
    public override void Up()
    {
        IfDatabase("PostgreSQL").Create.Index("ix_stock_gone").OnTable("stock").OnColumn("is_gone").Ascending()
            .WithOptions().AsConcurrently();
    }

    public override void Down()
    {
        IfDatabase("PostgreSQL").Delete.Index("ix_stock_gone").OnTable("stock");
    }
}
