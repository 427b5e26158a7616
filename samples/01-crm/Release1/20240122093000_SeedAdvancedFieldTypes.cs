using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240122_093000, "Adds ratings and roll-ups to the kinds of field")]
[Rationale("Asked for by the first three pilot customers.", Ticket = "CRM-21", Owner = "Builder")]
[Expect("both kinds are there", "SELECT COUNT(*) FROM field_types WHERE code IN ('rating', 'rollup')", Is = 2)]
[Expect("both kinds are gone", "SELECT COUNT(*) FROM field_types WHERE code IN ('rating', 'rollup')", Is = 0, When = ExpectWhen.AfterRollback)]
public class SeedAdvancedFieldTypes : Migration
{
    public override void Up()
        => Insert.IntoTable("field_types")
            .Row(new { code = "rating", label = "Rating", storage = "number", rank_in_menu = 6 })
            .Row(new { code = "rollup", label = "Roll-up", storage = "number", rank_in_menu = 7 });

    public override void Down()
    {
        Update.Table("fields").Set(new { type_code = "number" }).Where(new { type_code = "rating" });
        Update.Table("fields").Set(new { type_code = "number" }).Where(new { type_code = "rollup" });
        Delete.FromTable("field_types").Row(new { code = "rating" }).Row(new { code = "rollup" });
    }
}
