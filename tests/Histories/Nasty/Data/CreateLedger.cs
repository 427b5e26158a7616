using System.Data;
using FluentMigrator;

namespace Nasty.Data;

// Trap: types that lose something on SQLite: 26 digits, fractions of a second, offsets kept as text.
[Migration(20250301_100000)]
public class CreateLedger : Migration
{
    public override void Up()
    {
        Create.Table("accounts")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("name").AsString(200).NotNullable()
            .WithColumn("owner").AsString(200).Nullable()
            .WithColumn("balance").AsDecimal(26, 10).Nullable()
            .WithColumn("opened_at").AsDateTime2().Nullable()
            .WithColumn("seal").AsBinary(int.MaxValue).Nullable();

        Create.Table("postings")
            .WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity()
            .WithColumn("account_id").AsInt64().NotNullable().ForeignKey("fk_postings_accounts", "accounts", "id").OnDelete(Rule.Cascade)
            .WithColumn("amount").AsDecimal(26, 10).NotNullable();
    }

    public override void Down()
    {
        Delete.Table("postings");
        Delete.Table("accounts");
    }
}
