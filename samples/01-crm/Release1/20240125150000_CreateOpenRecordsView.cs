using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240125_150000, "A view of what is still open, for the start page")]
[Rationale("The start page and the export must not disagree about what is open.", Ticket = "CRM-23", Owner = "Reporting")]
[Expect("nothing closed is shown", "SELECT COUNT(*) FROM open_records o JOIN records r ON r.id = o.id WHERE r.status = 'closed'", Is = 0)]
public class CreateOpenRecordsView : Migration
{
    public override void Up() => Execute.Sql(OpenRecordsView.WithFullName);

    public override void Down() => Execute.Sql(OpenRecordsView.Drop);
}
