using System.Data;
using FluentMigrator;
using Migrations.Build;

namespace Adopt.Migrations.After;

[Migration(20250203_090000, "Reminders for loans that are due")]
[Rationale("The first migration written after the adoption.", Ticket = "LIB-204", Owner = "Lending")]
[Expect("nobody is reminded of nothing", "SELECT COUNT(*) FROM Reminders WHERE LoanId IS NULL", Is = 0)]
public class AddReminders : Migration
{
    public override void Up()
        => Create.Table("Reminders")
            .WithColumn("Id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("LoanId").AsInt64().NotNullable().Indexed("IX_Reminders_LoanId")
            .ForeignKey("FK_Reminders_Loans", "Loans", "Id").OnDelete(Rule.Cascade)
            .WithColumn("SentAt").AsDateTime().Nullable();

    public override void Down() => Delete.Table("Reminders");
}
