using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241125_090000, "Quotes and their lines")]
[Rationale("The database adds up a line, so that no client can disagree about a total.", Ticket = "CRM-100", Owner = "Sales")]
public class CreateQuotes : Migration
{
    public override void Up()
    {
        Create.Table("quotes")
            .WithId()
            .WithReference("quotes", "record_id", "records").OnDelete(Rule.Cascade)
            .WithColumn("number").AsString(Lengths.Code).NotNullable()
            .WithColumn("currency").AsFixedLengthAnsiString(3).NotNullable().WithDefaultValue("EUR")
            .WithColumn("valid_until").AsDate().Nullable()
            .WithAudit();

        Create.Table("quote_lines")
            .WithColumn("quote_id").AsInt64().NotNullable().PrimaryKey("pk_quote_lines")
            .ForeignKey("fk_quote_lines_quote_id", "quotes", "id").OnDelete(Rule.Cascade)
            .WithColumn("line_number").AsInt16().NotNullable().PrimaryKey("pk_quote_lines")
            .WithColumn("product").AsString(Lengths.Title).NotNullable()
            .WithColumn("quantity").AsDecimal(12, 3).NotNullable().WithDefaultValue(1)
            .WithColumn("unit_price").AsDecimal(18, 4).NotNullable().WithDefaultValue(0)
            .WithColumn("total").AsDecimal(38, 7).Nullable().Computed("quantity * unit_price", true);

        Create.UniqueConstraint("uq_quotes_number").OnTable("quotes").Column("number");
    }

    public override void Down()
    {
        Delete.Table("quote_lines");
        Delete.Table("quotes");
    }
}
