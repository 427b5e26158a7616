using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241209_090000, "Keeps every published version of a form")]
[Rationale("A record shows the form as it was when it was entered. What is published today is version one.", Ticket = "CRM-107", Owner = "Builder")]
public class CreateFormVersions : Migration
{
    public override void Up()
    {
        Create.Table("form_versions")
            .WithId()
            .WithColumn("form_id").AsInt64().NotNullable()
            .ForeignKey("fk_form_versions_form_id", "forms", "id").OnDelete(Rule.Cascade)
            .WithColumn("version_number").AsInt32().NotNullable().WithDefaultValue(1)
            .WithJson("layout")
            .WithCreatedAt();

        Create.UniqueConstraint("uq_form_versions_number").OnTable("form_versions").Columns("form_id", "version_number");

        IfDatabase(Engines.Postgres).Execute.Sql("INSERT INTO form_versions (form_id, layout) SELECT id, layout FROM forms WHERE is_published");
        IfDatabase(Engines.Sqlite, Engines.MySql, Engines.SqlServer)
            .Execute.Sql("INSERT INTO form_versions (form_id, layout) SELECT id, layout FROM forms WHERE is_published = 1");
    }

    public override void Down() => Delete.Table("form_versions");
}
