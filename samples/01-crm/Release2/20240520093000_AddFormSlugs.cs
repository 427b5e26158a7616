using Crm.Migrations.Shared;
using FluentMigrator;
using Migrations.Build;

namespace Crm.Migrations.Release2;

[Migration(20240520_093000, "A short name for each form, for its public address")]
[Rationale("The rules for a slug live in code and no database can express them.", Ticket = "CRM-65", Owner = "Builder")]
[Touches("forms.id", "forms.name", "forms.slug")]
[Expect("every form has a slug", "SELECT COUNT(*) FROM forms WHERE slug IS NULL", Is = 0)]
public class AddFormSlugs : Migration
{
    public override void Up()
    {
        Alter.Table("forms").AddColumn("slug").AsAnsiString(150).Nullable();
        Execute.WithConnection(FormSlugs.Fill, "Fill forms.slug from forms.name");
        Create.Index("ix_forms_slug").OnTable("forms").OnColumn("slug").Ascending();
    }

    public override void Down()
    {
        Delete.Index("ix_forms_slug").OnTable("forms");
        Delete.Column("slug").FromTable("forms");
    }
}
