using System.Globalization;
using Microsoft.Data.Sqlite;
using Migrations.Build.Builder.Rendering;
using Migrations.Build.Builder.Rendering.Keeping;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;

namespace Migrations.Build.Benchmarks;

/// <summary>A SQLite file with a table of a million rows that the first of two migrations made; the second one, rendered as a build does, is what is measured.</summary>
internal sealed class LargeTable
{
    public const int Rows = 1_000_000;

    private static readonly TableName Table = TableName.Of("Orders");
    private static readonly DatabaseTarget Target = new(DatabaseKind.Sqlite, "3.35");
    private readonly string _made;

    public LargeTable(string root, Operation up, Operation down)
    {
        _made = Path.Combine(root, "large.db");
        Copy = Path.Combine(root, "copy.db");
        Bundle = Render([Migration(1, [.. Make()], []), Migration(2, [up], [down])]);
        File.Delete(_made);
        Finish(Apply.RunAsync(Bundle, Settings(_made), new() { To = 1 }, default).Result);
        using var connection = Open(_made);
        Run(connection, $"""
            INSERT INTO "Orders" ("Id", "Customer", "Amount", "Note", "Legacy")
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows.ToString(CultureInfo.InvariantCulture)})
            SELECT i, 'Customer ' || (i * 7919 % 100003), i % 9973 * 0.25, CASE WHEN i % 3 THEN 'Note on order ' || i END, 'legacy ' || i FROM n
            """);
    }

    public MigrationBundle Bundle { get; }

    /// <summary>Where <see cref="Fresh"/> makes its copies.</summary>
    public string Copy { get; }

    /// <summary>The columns that a statement may change or drop.</summary>
    public static Column Column(string name, bool nullable = true) => new(name, new(TypeKind.String, 200)) { Nullable = nullable };

    /// <summary>The table with its rows, in a file that nothing was done to.</summary>
    public void Fresh() => File.Copy(_made, Copy, overwrite: true);

    public static RunSettings Settings(string path) => new(DatabaseKind.Sqlite, "Data Source=" + path);

    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    public static void Finish(Outcome outcome)
    {
        if (outcome.Code != ExitCode.Done)
        {
            throw new InvalidOperationException(string.Join('\n', outcome.Findings.Select(FindingText.Of)));
        }
    }

    private static IEnumerable<Operation> Make() =>
    [
        new CreateTable(Table, Items.Of(
            new Column("Id", new(TypeKind.Int64)) { Nullable = false, PrimaryKey = true, Identity = true },
            Column("Customer", nullable: false),
            new Column("Amount", new(TypeKind.Double)) { Nullable = false },
            Column("Note"),
            Column("Legacy"))),
        new CreateIndex(new("IX_Orders_Customer", Table, Items.Of(new IndexColumn("Customer")))),
    ];

    private static Migration Migration(long version, Operation[] up, Operation[] down) => new(version, "M" + version.ToString(CultureInfo.InvariantCulture))
    {
        Scripts = Items.Of(new Script(Items.Of(DatabaseKind.Sqlite), up.Select(o => new Step(o)).ToItems(), down.Select(o => new Step(o)).ToItems()) { DownKind = down.Length == 0 ? DownKind.Empty : DownKind.Written }),
    };

    private static MigrationBundle Render(Migration[] migrations)
    {
        using var renderer = new HistoryRenderer(Target);
        var (schema, rendered) = (Schema.Empty(DatabaseKind.Sqlite), new List<Items<RenderedMigration>>());
        foreach (var migration in migrations)
        {
            var up = Fold.Trace(schema, migration.Scripts[0].Up, migration.Touches);
            rendered.Add(Items.Of(WholeRendering.Of(renderer, migration, migration.Scripts[0], up).Statements));
            schema = up.After;
        }

        return BundleWriter.Create(new()
        {
            Name = "Large",
            Version = "1.0.0",
            Targets = Items.Of(Target),
            FluentMigrator = "8.0.1",
            History = new(migrations.ToItems()),
            Rendered = rendered.ToItems(),
            Schemas = Items.Of(schema),
            Findings = Items<Finding>.Empty,
            CodeFiles = Items<CodeFile>.Empty,
        });
    }
}
