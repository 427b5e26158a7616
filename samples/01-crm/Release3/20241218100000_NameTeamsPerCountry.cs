using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241218_100000, "Two countries may have a team of the same name")]
[Rationale("Every country wants a team called Sales.", Ticket = "CRM-112", Owner = "Platform")]
public class NameTeamsPerCountry : Migration
{
    public override void Up()
    {
        Delete.UniqueConstraint("uq_teams_name").FromTable("teams");
        Create.UniqueConstraint("uq_teams_country_name").OnTable("teams").Columns("country", "name");
    }

    public override void Down()
    {
        Delete.UniqueConstraint("uq_teams_country_name").FromTable("teams");
        Create.UniqueConstraint("uq_teams_name").OnTable("teams").Column("name");
    }
}
