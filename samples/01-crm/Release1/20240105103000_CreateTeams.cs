using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240105_103000, "Teams own forms and see each other's records")]
[Rationale("Customers share their records by team, not by company.", Ticket = "CRM-1", Owner = "Platform")]
public class CreateTeams : AutoReversingMigration
{
    public override void Up()
    {
        Create.Table("teams")
            .WithId()
            .WithColumn("name").AsString(Lengths.Name).NotNullable()
            .WithColumn("seats").AsInt32().NotNullable().WithDefaultValue(5)
            .WithColumn("country").AsFixedLengthAnsiString(2).Nullable()
            .WithCreatedAt();

        Create.UniqueConstraint("uq_teams_name").OnTable("teams").Column("name");
    }
}
