using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Cli.Tests;

/// <summary>A migration and the SQL for it, the same for every database.</summary>
internal sealed record Written(Migration Migration, Operation[] Up, string[] UpSql, Operation[] Down, string[] DownSql, DownKind Kind = DownKind.Written)
{
    public Migration For(DatabaseKind[] databases) => Migration with
    {
        FullName = "Crm." + Migration.Class,
        Scripts = Items.Of(new Script(databases.ToItems(), Steps(Up), Steps(Down)) { DownKind = Kind == DownKind.Written && Down.Length == 0 ? DownKind.Empty : Kind }),
    };

    public RenderedMigration Rendered(DatabaseKind database) => new(database, UpSql.Select(Statement.Sql).ToItems(), DownSql.Select(Statement.Sql).ToItems());

    private static Items<Step> Steps(Operation[] operations) => operations.Select(o => new Step(o)).ToItems();
}
