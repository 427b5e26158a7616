using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241204_100000, "The team a record belongs to")]
[Rationale("A record keeps its team when its owner moves. Filled once from the owners.", Ticket = "CRM-105", Owner = "Records")]
[Expect("owned records have their owner's team", "SELECT COUNT(*) FROM records r JOIN users u ON u.id = r.owner_id WHERE u.team_id IS NOT NULL AND r.team_id IS NULL", Is = 0)]
public class LinkRecordsToTeams : Migration
{
    public override void Up()
    {
        IfDatabase(Engines.Sqlite).Execute.Sql("ALTER TABLE records ADD COLUMN team_id INTEGER NULL REFERENCES teams (id)");
        IfDatabase(Engines.Postgres, Engines.MySql, Engines.SqlServer).Alter.Table("records").AddColumn("team_id").AsInt64().Nullable();
        IfDatabase(Engines.Postgres, Engines.MySql, Engines.SqlServer).Create.ForeignKey("fk_records_team_id")
            .FromTable("records").ForeignColumn("team_id").ToTable("teams").PrimaryColumn("id").OnDelete(Rule.None);

        Execute.Sql("UPDATE records SET team_id = (SELECT u.team_id FROM users u WHERE u.id = records.owner_id) WHERE owner_id IS NOT NULL");
        Create.Index("ix_records_team_id").OnTable("records").OnColumn("team_id").Ascending();
    }

    public override void Down()
    {
        IfDatabase(Engines.Postgres, Engines.MySql, Engines.SqlServer).Delete.ForeignKey("fk_records_team_id").OnTable("records");
        Delete.Index("ix_records_team_id").OnTable("records");
        Delete.Column("team_id").FromTable("records");
    }
}
