using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240205_083000, "Counts for the reporting tool, apart from our own tables")]
[Rationale("The reporting tool may read one schema only; where there are no schemas, a prefix does.", Ticket = "CRM-30", Owner = "Reporting")]
public class CreateReportingViews : Migration
{
    private const string Counts = "SELECT form_id, status, COUNT(*) AS record_count FROM records GROUP BY form_id, status";

    public override void Up()
    {
        IfDatabase(Engines.Postgres, Engines.SqlServer).Create.Schema("reporting");
        IfDatabase(Engines.Postgres, Engines.SqlServer).Execute.Sql($"CREATE VIEW reporting.record_counts AS {Counts}");
        IfDatabase(Engines.Sqlite, Engines.MySql).Execute.Sql($"CREATE VIEW reporting_record_counts AS {Counts}");
    }

    public override void Down()
    {
        IfDatabase(Engines.Sqlite, Engines.MySql).Execute.Sql("DROP VIEW reporting_record_counts");
        IfDatabase(Engines.Postgres, Engines.SqlServer).Execute.Sql("DROP VIEW reporting.record_counts");
        IfDatabase(Engines.Postgres, Engines.SqlServer).Delete.Schema("reporting");
    }
}
