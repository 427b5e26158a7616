using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[TimestampedMigration(2024, 1, 8, 9, 30, "The kinds of field a form may have")]
[Rationale("A lookup table instead of an enum: a new kind of field is a row, not a release.", Ticket = "CRM-5", Owner = "Builder")]
[Expect("the basic kinds are there", "SELECT COUNT(*) FROM field_types WHERE code IN ('text', 'number', 'date', 'flag', 'choice')", Is = 5)]
public class CreateFieldTypes : Migration
{
    public override void Up()
    {
        Create.Table("field_types")
            .WithColumn("code").AsString(Lengths.Code).NotNullable().PrimaryKey("pk_field_types")
            .WithColumn("label").AsString(Lengths.Name).NotNullable()
            .WithColumn("storage").AsAnsiString(10).NotNullable().WithDefaultValue("text")
            .WithColumn("rank_in_menu").AsInt16().NotNullable().WithDefaultValue(0);

        Insert.IntoTable("field_types")
            .Row(new { code = "text", label = "Text", storage = "text", rank_in_menu = 1 })
            .Row(new { code = "number", label = "Number", storage = "number", rank_in_menu = 2 })
            .Row(new { code = "date", label = "Date", storage = "date", rank_in_menu = 3 })
            .Row(new { code = "flag", label = "Yes or no", storage = "flag", rank_in_menu = 4 })
            .Row(new { code = "choice", label = "Choice", storage = "text", rank_in_menu = 5 });
    }

    public override void Down() => Delete.Table("field_types");
}
