using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Builder.Tests.Samples;

/// <summary>A real SQLite database in a file of its own.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
    private readonly SqliteConnection _connection;

    public SqliteFile()
    {
        _connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        _connection.Open();
        // Nobody pulls the plug on a test.
        Run("PRAGMA synchronous = OFF");
    }

    public void Run(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements.Where(s => s.Kind is StatementKind.Sql or StatementKind.Keep or StatementKind.Restore))
        {
            Run(statement.Text);
        }
    }

    public void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public object? Ask(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar();
    }

    /// <summary>Every row of a table, with the storage class of each value, in the order of the given column.</summary>
    public IReadOnlyList<string> Rows(string table, string order = "1", string columns = "*", string where = "1")
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {columns} FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\" WHERE {where} ORDER BY {order}";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetFieldType(i).Name}:{reader.GetValue(i)}")));
        }

        return rows;
    }

    public void Dispose()
    {
        _connection.Dispose();
        File.Delete(_path);
    }
}
