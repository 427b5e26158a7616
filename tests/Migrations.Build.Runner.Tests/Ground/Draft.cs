using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Tests.Ground;

/// <summary>A migration as a test writes it: the record, and its SQL of both ways.</summary>
public sealed record Draft(Migration Migration, Items<Statement> Up, Items<Statement> Down)
{
    public static Draft Of(long version, string[] up, string[] down) => new(
        new(version, "M" + version)
        {
            Scripts = Items.Of(new Script(Items.Of(DatabaseKind.Sqlite), Steps(up), Steps(down)) { DownKind = down.Length == 0 ? DownKind.Empty : DownKind.Written }),
        },
        up.Select(Written).ToItems(),
        down.Select(Written).ToItems());

    /// <summary>What Up keeps; the statements that do it begin with <c>keep: </c>, those that bring it back with <c>restore: </c>.</summary>
    public Items<KeptData> Keeps { get; init; } = Items<KeptData>.Empty;

    public Draft Keeping(string name, string table, params string[] columns) =>
        this with { Keeps = Keeps.Add(new(DatabaseKind.Sqlite, name, table) { Columns = columns.ToItems(), Why = columns.Length == 0 ? "its rows are deleted" : "the column is dropped" }) };

    /// <summary>Makes a table of one column and drops it again.</summary>
    public static Draft Table(long version) => Of(
        version,
        [$"""CREATE TABLE "T{version}" ("Id" INTEGER NOT NULL, "Name" TEXT)""", $"""INSERT INTO "T{version}" VALUES (1, 'a')"""],
        [$"""DROP TABLE "T{version}" """]);

    public Draft With(Func<Migration, Migration> change) => this with { Migration = change(Migration) };

    /// <summary>With a check, in front of Up, that a table and what stands on it are as the text says.</summary>
    public Draft Checking(string texts) => this with { Up = Items.Of(new Statement(StatementKind.Check, texts)).Concat(Up).ToItems() };

    /// <summary>Whether the bundle has its statements.</summary>
    public bool IsRendered { get; init; } = true;

    /// <summary>What the build saw of its rollback.</summary>
    public RollbackDoubt? Doubt { get; init; }

    public Draft Piecemeal() => With(m => m with { Transaction = TransactionMode.None });

    public Draft Expecting(string name, string query, long value, ExpectationMoment when = ExpectationMoment.After) =>
        With(m => m with { Expectations = m.Expectations.Add(new(name, query, Value.Of(value), when, null)) });

    public Draft Assuming(Assumption assumption) =>
        With(m => m with { Scripts = m.Scripts.Select(s => s with { UpAssumptions = s.UpAssumptions.Add(assumption) }).ToItems() });

    public static MigrationBundle Bundle(params Draft[] drafts) => Bundle("1.0.0", [], drafts);

    public static MigrationBundle Bundle(string version, CodeFile[] code, params Draft[] drafts) => Bundle("Crm", [DatabaseKind.Sqlite], drafts, version, code);

    public static MigrationBundle Bundle(DatabaseKind[] databases, params Draft[] drafts) => Bundle("Crm", databases, drafts, "1.0.0", []);

    public static MigrationBundle Named(string name, params Draft[] drafts) => Bundle(name, [DatabaseKind.Sqlite], drafts, "1.0.0", []);

    public static MigrationBundle Listed(VersionTable? table, params Draft[] drafts) => Bundle("Crm", [DatabaseKind.Sqlite], drafts, "1.0.0", [], table);

    private static MigrationBundle Bundle(string name, DatabaseKind[] databases, Draft[] drafts, string version, CodeFile[] code, VersionTable? table = null) => BundleWriter.Create(new()
    {
        Name = name,
        VersionTable = table,
        Version = version,
        Targets = databases.Select(d => new DatabaseTarget(d, Dialect.Of(d).OldestVersion)).ToItems(),
        FluentMigrator = "8.0.1",
        History = new(drafts.Select(d => d.Migration with { Scripts = d.Migration.Scripts.Select(s => s with { Databases = databases.ToItems() }).ToItems() }).ToItems()),
        Rendered = drafts.Select(d => databases.Where(_ => d.IsRendered).Select(k => new RenderedMigration(k, d.Up, d.Down) { Keeps = d.Keeps }).ToItems()).ToItems(),
        Schemas = databases.Select(Schema.Empty).ToItems(),
        Findings = Items<Finding>.Empty,
        Doubts = drafts.Where(d => d.Doubt is not null).ToDictionary(d => d.Migration.Version, d => d.Doubt!),
        Problems = drafts.Where(d => !d.IsRendered).ToDictionary(d => d.Migration.Version, _ => Items.Of(new KnownProblem("MIG9108", "It throws."))),
        CodeFiles = code.ToItems(),
    });

    private static Statement Written(string text) =>
        text.StartsWith("keep: ", StringComparison.Ordinal) ? new(StatementKind.Keep, text["keep: ".Length..])
        : text.StartsWith("restore: ", StringComparison.Ordinal) ? new(StatementKind.Restore, text["restore: ".Length..])
        : Statement.Sql(text);

    private static Items<Step> Steps(string[] sql) => sql.Select(Written).Where(s => s.Kind == StatementKind.Sql).Select(s => new Step(new RawSql(s.Text, default))).ToItems();
}
