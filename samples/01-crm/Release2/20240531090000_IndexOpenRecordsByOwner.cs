using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Postgres;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240531_090000, TransactionBehavior.None, "Finds a user's open records quickly")]
[Rationale("The start page took seconds. PostgreSQL builds the index without stopping writers, which no transaction allows.", Ticket = "CRM-73", Owner = "Records")]
public class IndexOpenRecordsByOwner : Migration
{
    private const string Name = "ix_records_open_by_owner";

    public override void Up()
    {
        IfDatabase(Engines.Postgres).Create.Index(Name).OnTable("records")
            .OnColumn("owner_id").Ascending()
            .OnColumn("created_at").Descending()
            .WithOptions().Filter("status <> 'closed'").AsConcurrently();

        IfDatabase(Engines.Sqlite, Engines.MySql, Engines.SqlServer).Create.Index(Name).OnTable("records")
            .OnColumn("owner_id").Ascending()
            .OnColumn("status").Ascending()
            .OnColumn("created_at").Descending();
    }

    public override void Down() => Delete.Index(Name).OnTable("records");
}
