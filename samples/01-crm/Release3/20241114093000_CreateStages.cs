using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release3;

[Migration(20241114_093000, "Stages: each form names its own statuses, in order")]
[Rationale("Free text for a status had become eleven spellings of won.", Ticket = "CRM-95", Owner = "Records")]
public class CreateStages : AuditedTableMigration
{
    protected override string Table => "stages";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithColumn("form_id").AsInt64().NotNullable()
            .ForeignKey("fk_stages_form_id", "forms", "id").OnDelete(Rule.Cascade)
            .WithColumn("name").AsString(Lengths.Code).NotNullable()
            .WithColumn("sort_order").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("is_final").AsBoolean().NotNullable().WithDefaultValue(false);

    protected override void AddIndexes()
        => Create.UniqueConstraint("uq_stages_form_id_name").OnTable("stages").Columns("form_id", "name");

    protected override void Fill()
        => Execute.Sql("INSERT INTO stages (form_id, name) SELECT DISTINCT form_id, status FROM records");
}
