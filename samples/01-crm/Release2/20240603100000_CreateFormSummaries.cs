using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240603_100000, "A summary of each form for the list of forms")]
[Rationale("The query is long enough to live in a file of its own.", Ticket = "CRM-75", Owner = "Reporting")]
[Expect("each form is there once", "SELECT (SELECT COUNT(*) FROM forms) - (SELECT COUNT(*) FROM form_summaries)", Is = 0)]
public class CreateFormSummaries : Migration
{
    public override void Up() => Execute.EmbeddedScript("Scripts.create_form_summaries.sql");

    public override void Down() => Execute.EmbeddedScript("Scripts.drop_form_summaries.sql");
}
