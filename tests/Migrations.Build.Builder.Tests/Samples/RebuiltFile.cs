using Microsoft.Data.Sqlite;
using Migrations.Build.Builder.Rendering;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>A history in a real SQLite file: each round is rendered and run as the runner would, in a transaction with foreign keys off.</summary>
internal sealed class RebuiltFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
    private readonly SqliteConnection _connection;
    private readonly HistoryRenderer _history = new(Ops.Target("sqlite"));
    private Schema _schema = Schema.Empty(DatabaseKind.Sqlite);

    public RebuiltFile(string setup, string rows = "")
    {
        _connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        _connection.Open();
        Execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = OFF");
        Assert.Empty(Do(new RawSql(setup, SqlSource.Script)).Findings);
        Execute(rows);
    }

    public Rendered Do(params Operation[] operations)
    {
        var trace = Fold.Trace(_schema, Ops.Steps(operations), Items<string>.Empty);
        var rendered = _history.Render(trace);
        _schema = trace.After;
        Execute("BEGIN");
        foreach (var statement in rendered.Statements.Where(s => s.Kind != StatementKind.Check))
        {
            Execute(statement.Text);
        }

        Assert.Empty(Rows("SELECT \"table\", parent FROM pragma_foreign_key_check"));
        Execute("COMMIT");
        Assert.Equal("0", Rows("PRAGMA legacy_alter_table").Single());
        return rendered;
    }

    /// <summary>Every object but one, with its exact text; of a table, what follows its name.</summary>
    public Dictionary<string, string> Objects() => Rows("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", '\u0001')
        .Select(r => r.Split('\u0001')).ToDictionary(r => r[0], r => r[1].StartsWith("CREATE TABLE", StringComparison.Ordinal) ? Body(r[1], r[0]) : r[1]);

    public string Table(string name) => Objects()[name];

    /// <summary>The rows of a table with their numbers, in an order of their own; only the columns that are asked for.</summary>
    public List<string> RowsOf(string table, IEnumerable<string> columns, bool numbers = true) =>
        Rows($"SELECT {(numbers ? "rowid || " : "")}{string.Join(" || ", columns.Select(c => "'|' || quote(" + Quoted(c) + ")"))} FROM {Quoted(table)} ORDER BY 1");

    public List<string> Rows(string query, char between = '|')
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(between, Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        }

        return rows;
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _history.Dispose();
        _connection.Dispose();
        File.Delete(_path);
    }

    public static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Body(string sql, string name) => sql[sql.IndexOf('(', sql.IndexOf(name.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.Ordinal) + name.Length)..];
}
