using System.Data;
using Crm.Migrations.Shared;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;
using Migrations.Build;

namespace Crm.Migrations.Release1;

[Migration(20240116_100000, "Comments on a record, with answers")]
[Rationale("An answer is a comment with a parent.", Ticket = "CRM-14", Owner = "Records")]
public class CreateComments : AuditedTableMigration
{
    protected override string Table => "comments";

    protected override void AddColumns(ICreateTableWithColumnSyntax table)
        => table
            .WithReference("comments", "record_id", "records").OnDelete(Rule.Cascade)
            .WithReference("comments", "author_id", "users")
            .WithOptionalReference("comments", "parent_id", "comments")
            .WithColumn("public_id").AsGuid().NotNullable()
            .WithColumn("body").AsString(Lengths.Unlimited).NotNullable();

    protected override void AddIndexes()
        => Create.Index("ux_comments_public_id").OnTable("comments").OnColumn("public_id").Unique();
}
