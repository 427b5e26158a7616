using Migrations.Build.Builder.Rendering;
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

namespace Migrations.Build.Verification.Tests;

/// <summary>Makes a bundle of migrations that are written as SQL.</summary>
internal sealed class MadeHistory
{
    private readonly List<Migration> _migrations = [];

    public static MadeHistory Of(params (string Up, string? Down)[] migrations) => new MadeHistory().With(migrations);

    public MadeHistory With(params (string Up, string? Down)[] migrations)
    {
        foreach (var (up, down) in migrations)
        {
            Add(up, down);
        }

        return this;
    }

    public Items<DatabaseTarget> Targets { get; init; } = Items.Of(new DatabaseTarget(DatabaseKind.Sqlite, "3.35"));

    /// <summary>Versions that SQLite gets no statements for.</summary>
    public HashSet<long> Unrendered { get; } = [];

    public IReadOnlyList<Migration> Migrations => _migrations;

    /// <summary>Adds a migration; statements end at a semicolon at the end of a line. Without a Down it is forward only.</summary>
    public MadeHistory Add(string up, string? down, Func<Migration, Migration>? change = null)
    {
        var version = _migrations.Count + 1;
        var migration = new Migration(version, $"M{version}")
        {
            Place = new($"M{version}.cs", 10, 1),
            DownPlace = new($"M{version}.cs", 30, 1),
            ForwardOnly = down is null ? new("it is so", null) : null,
            Scripts = Items.Of(new Script(Targets.Select(t => t.Kind).ToItems(), Steps(up, 11), Steps(down ?? "", 31)) { DownKind = down is null ? DownKind.Empty : DownKind.Written }),
        };
        _migrations.Add(change?.Invoke(migration) ?? migration);
        return this;
    }

    /// <summary>Adds a migration of typed operations.</summary>
    public MadeHistory Add(Items<Operation> up, Items<Operation> down, Func<Migration, Migration>? change = null)
    {
        Add("", "SELECT 1", m => m with { Scripts = Items.Of(new Script(Targets.Select(t => t.Kind).ToItems(), up.Select(o => new Step(o)).ToItems(), down.Select(o => new Step(o)).ToItems())) });
        _migrations[^1] = change?.Invoke(_migrations[^1]) ?? _migrations[^1];
        return this;
    }

    public MigrationBundle Bundle() => BundleWriter.Create(new BundleSource
    {
        Name = "Made",
        Version = "1.0.0",
        Targets = Targets,
        FluentMigrator = "8.0.1",
        History = new(_migrations.ToItems()),
        Rendered = Rendered().ToItems(),
        Schemas = Targets.Select(t => Schema.Empty(t.Kind)).ToItems(),
        Findings = Items<Finding>.Empty,
        CodeFiles = Items<CodeFile>.Empty,
    });

    public VerificationReport Verify(VerifyOptions? options = null) =>
        Verification.Verify.RunAsync(Bundle(), (options ?? new()) with { History = new(_migrations.ToItems()) }, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The rules that speak, each with the version it speaks of.</summary>
    public string Found(VerifyOptions? options = null) => string.Join(' ', Verify(options).Findings.Select(f => $"{f.Rule}@{f.Version}"));

    private IEnumerable<Items<RenderedMigration>> Rendered()
    {
        var schema = Schema.Empty(DatabaseKind.Sqlite);
        using var renderer = new HistoryRenderer(new(DatabaseKind.Sqlite, "3.35"));
        foreach (var migration in _migrations)
        {
            var script = migration.Scripts[0];
            var there = Fold.Trace(schema, script.Up, migration.Touches);
            var (up, down) = renderer.Both(there, Fold.Trace(there.After, script.Down, migration.Touches));
            yield return Kinds(migration).Select(d => new RenderedMigration(d, up.Statements, down.Statements)).ToItems();
            schema = there.After;
        }
    }

    private IEnumerable<DatabaseKind> Kinds(Migration migration) =>
        Targets.Select(t => t.Kind).Concat(Unrendered.Contains(migration.Version) ? [] : [DatabaseKind.Sqlite]).Distinct();

    private static Items<Step> Steps(string sql, int line) => sql
        .Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select((s, i) => new Step(new RawSql(s.TrimEnd(';'), SqlSource.Statement)) { Place = new("steps.cs", line + i, 9) })
        .ToItems();
}
