using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241212_110000, "How often each label is used")]
[Rationale("Administrators clear out labels that nobody uses.", Ticket = "CRM-109", Owner = "Reporting")]
[Expect("each label is counted once", "SELECT (SELECT COUNT(*) FROM labels) - (SELECT COUNT(*) FROM label_usage)", Is = 0)]
public class CountLabelsPerRecord : Migration
{
    public override void Up()
        => Execute.Sql(
            """
            CREATE VIEW label_usage AS
            SELECT l.id, l.name, COUNT(rl.record_id) AS record_count
            FROM labels l
            LEFT JOIN record_labels rl ON rl.label_id = l.id
            GROUP BY l.id, l.name
            """);

    public override void Down() => Execute.Sql("DROP VIEW label_usage");
}
