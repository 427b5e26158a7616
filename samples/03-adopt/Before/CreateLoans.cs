using FluentMigrator;

namespace Adopt.Migrations.Before;

[Migration(20210402_080000)]
public class CreateLoans : Migration
{
    public override void Up()
    {
        Create.Table("Loans")
            .WithColumn("Id").AsInt64().PrimaryKey().Identity()
            .WithColumn("MemberId").AsInt64().NotNullable().Indexed("IX_Loans_MemberId").ForeignKey("FK_Loans_Members", "Members", "Id")
            .WithColumn("Title").AsString(200).NotNullable()
            .WithColumn("DueOn").AsDate().Nullable();
    }

    public override void Down()
    {
        Delete.Table("Loans");
    }
}
