using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240515_100000, "Splits a user's name into first and last name")]
[Rationale("Letters must greet people properly. The full name stays until the next release has stopped reading it.", Ticket = "CRM-62", Owner = "Platform")]
[Expect("everybody has a first name", "SELECT COUNT(*) FROM users WHERE first_name IS NULL", Is = 0)]
public class SplitUserNames : Migration
{
    public override void Up()
    {
        Alter.Table("users")
            .AddColumn("first_name").AsString(Lengths.Name).Nullable()
            .AddColumn("last_name").AsString(Lengths.Name).Nullable();

        this.SqlPerEngine(
            sqlite:
            """
            UPDATE users SET
                first_name = CASE WHEN instr(full_name, ' ') = 0 THEN full_name ELSE substr(full_name, 1, instr(full_name, ' ') - 1) END,
                last_name = CASE WHEN instr(full_name, ' ') = 0 THEN '' ELSE substr(full_name, instr(full_name, ' ') + 1) END
            WHERE first_name IS NULL
            """,
            postgres:
            """
            UPDATE users SET
                first_name = split_part(full_name, ' ', 1),
                last_name = CASE WHEN strpos(full_name, ' ') = 0 THEN '' ELSE substr(full_name, strpos(full_name, ' ') + 1) END
            WHERE first_name IS NULL
            """,
            mySql:
            """
            UPDATE users SET
                first_name = SUBSTRING_INDEX(full_name, ' ', 1),
                last_name = CASE WHEN LOCATE(' ', full_name) = 0 THEN '' ELSE SUBSTRING(full_name, LOCATE(' ', full_name) + 1) END
            WHERE first_name IS NULL
            """,
            sqlServer:
            """
            UPDATE users SET
                first_name = CASE WHEN CHARINDEX(' ', full_name) = 0 THEN full_name ELSE LEFT(full_name, CHARINDEX(' ', full_name) - 1) END,
                last_name = CASE WHEN CHARINDEX(' ', full_name) = 0 THEN '' ELSE SUBSTRING(full_name, CHARINDEX(' ', full_name) + 1, 120) END
            WHERE first_name IS NULL
            """);
    }

    public override void Down()
    {
        Delete.Column("last_name").FromTable("users");
        Delete.Column("first_name").FromTable("users");
    }
}
