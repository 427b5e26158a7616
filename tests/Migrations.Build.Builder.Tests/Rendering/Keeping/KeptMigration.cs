using System.Text.RegularExpressions;
using Migrations.Build.Builder.Rendering;
using Migrations.Build.Builder.Rendering.Keeping;
using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>A migration on a real database that earlier operations made.</summary>
internal sealed class KeptMigration : IDisposable
{
    private readonly RenderedMigration _rendered;
    private bool _went;

    /// <summary>Makes the database; without a Down it is inferred.</summary>
    public KeptMigration(Operation[] before, Operation[] up, Operation[]? down = null, Items<string>? touches = null)
    {
        var target = Ops.Target("sqlite");
        using var renderer = new HistoryRenderer(target);
        File.Run(renderer.Render(Fold.Trace(Ops.After(DatabaseKind.Sqlite, []), Ops.Steps(before), Items<string>.Empty)).Statements);
        var script = new Script(Items.Of(DatabaseKind.Sqlite), Ops.Steps(up), Ops.Steps(down ?? []));
        var migration = new Migration(7, "M") { Touches = touches ?? Items<string>.Empty };
        var trace = Fold.Trace(Ops.After(DatabaseKind.Sqlite, before), script.Up, migration.Touches);
        if (down is null)
        {
            var inverse = trace.Steps.Reverse().SelectMany(s => Invert.Operation(s.Step.Operation, s.Before).Operations);
            script = script with { Down = Ops.Steps([.. inverse]), DownKind = DownKind.Inferred };
        }

        (_rendered, var findings) = WholeRendering.Of(renderer, migration, script, trace);
        Assert.DoesNotContain(findings, f => f.Severity != Model.Findings.Severity.Info);
    }

    public SqliteFile File { get; } = new();

    public RenderedMigration Rendered => _rendered;

    /// <summary>The first time nothing waits for it.</summary>
    public void Up()
    {
        var up = _went ? _rendered.Up : _rendered.Up.Where(s => s.Kind != StatementKind.Restore);
        References(up);
        InTransaction(() => File.Run(up));
    }

    public void Down()
    {
        _went = true;
        References(_rendered.Down);
        InTransaction(() => File.Run(_rendered.Down));
    }

    /// <summary>Runs Down as the runner does, and tells the kept tables of which not every row found its place.</summary>
    public string DownLeaving()
    {
        References(_rendered.Down);
        var placed = _rendered.Keeps.Where(k => k.Way == Direction.Up).ToDictionary(k => k.Name, _ => (All: 0L, Most: 0L));
        File.Run("BEGIN");
        foreach (var statement in _rendered.Down.Where(s => s.Kind is StatementKind.Sql or StatementKind.Restore or StatementKind.Keep))
        {
            File.Run(statement.Text);
            var rows = (long)File.Ask("SELECT changes()")!;
            foreach (var name in placed.Keys.Where(n => statement.Kind == StatementKind.Restore && Regex.IsMatch(statement.Text, @"(?<!UPDATE ""?)\b" + n + @"\b") && !statement.Text.StartsWith("UPDATE \"" + n, StringComparison.Ordinal) && !statement.Text.StartsWith("CREATE TRIGGER", StringComparison.Ordinal)))
            {
                placed[name] = (placed[name].All + rows, Math.Max(placed[name].Most, rows));
            }
        }

        File.Run("COMMIT");
        return string.Concat(placed.Where(p => (long)File.Ask($"SELECT count(*) FROM \"{p.Key}\"")! is var kept && (p.Value.All > kept ? p.Value.Most : p.Value.All) < kept).Select(p => $"{p.Key}: {p.Value}; "));
    }

    /// <summary>How many kept rows are marked as edited since.</summary>
    public long Superseded() => _rendered.Keeps.Select(k => k.Name).Where(n => (long)File.Ask($"SELECT count(*) FROM pragma_table_info('{n}') WHERE name = 'migrations_state'")! > 0)
        .Sum(n => (long)File.Ask($"SELECT count(*) FROM \"{n}\" WHERE migrations_state IS NOT NULL")!);

    /// <summary>Every object but kept data, and every row, with the storage class of each value; the order of columns does not count.</summary>
    public string Everything()
    {
        const string Own = "name NOT LIKE 'migrations!_%' ESCAPE '!'";
        var text = new List<string>();
        foreach (var table in Names("sqlite_schema", $"type = 'table' AND {Own}"))
        {
            var rows = File.Rows(table, "1", table == "sqlite_sequence" ? "*" : string.Join(", ", Names("pragma_table_xinfo", $"arg = '{table}'").Select(c => "\"" + c.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")));
            text.AddRange(rows.Where(r => !r.Contains("=String:migrations_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Prepend(table));
        }

        text.AddRange(Names("sqlite_schema", $"type IN ('trigger', 'index') AND {Own}"));
        return string.Join('\n', text);
    }

    // The runner does without them, and checks in the end, where a table is rebuilt or dropped.
    private void References(IEnumerable<Statement> statements) =>
        File.Run("PRAGMA foreign_keys = " + (statements.Any(s => s.Text.Contains("legacy_alter_table", StringComparison.Ordinal) || s.Text.StartsWith("DROP TABLE", StringComparison.Ordinal)) ? "OFF" : "ON"));

    private void InTransaction(Action work)
    {
        File.Run("BEGIN");
        work();
        File.Run("COMMIT");
    }

    private IReadOnlyList<string> Names(string source, string where) => [.. File.Rows(source, "name", "name", where).Select(r => r["name=String:".Length..])];

    public void Dispose() => File.Dispose();
}
