using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Cli.Tests;

/// <summary>A migration and the SQL for it, the same for every database.</summary>
internal sealed record Written(Migration Migration, Operation[] Up, string[] UpSql, Operation[] Down, string[] DownSql, DownKind Kind = DownKind.Written)
{
    /// <summary>What Up keeps; the statements that do it begin with <c>keep: </c>, those that bring it back with <c>restore: </c>.</summary>
    public Items<KeptData> Keeps { get; init; } = Items<KeptData>.Empty;

    public Migration For(DatabaseKind[] databases) => Migration with
    {
        FullName = "Crm." + Migration.Class,
        Scripts = Items.Of(new Script(databases.ToItems(), Steps(Up), Steps(Down)) { DownKind = Kind == DownKind.Written && Down.Length == 0 ? DownKind.Empty : Kind }),
    };

    public RenderedMigration Rendered(DatabaseKind database) => new(database, UpSql.Select(Text).ToItems(), DownSql.Select(Text).ToItems()) { Keeps = Keeps };

    private static Statement Text(string text) =>
        text.StartsWith("keep: ", StringComparison.Ordinal) ? new(StatementKind.Keep, text["keep: ".Length..])
        : text.StartsWith("restore: ", StringComparison.Ordinal) ? new(StatementKind.Restore, text["restore: ".Length..])
        : Statement.Sql(text);

    private static Items<Step> Steps(Operation[] operations) => operations.Select(o => new Step(o)).ToItems();
}
