using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240516_090000, "Calls the help of a field a hint", BreakingChange = true)]
[Rationale("Help is the name of the pages now; the designers say hint.", Ticket = "CRM-63", Owner = "Builder")]
[Accept("MIG0502", "Only the form designer reads the column, and it is deployed in the same maintenance window.")]
public class RenameFieldHelp : AutoReversingMigration
{
    public override void Up() => Rename.Column("help").OnTable("fields").To("hint");
}
