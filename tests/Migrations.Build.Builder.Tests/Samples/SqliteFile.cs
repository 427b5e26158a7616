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
    }

    public void Run(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements.Where(s => s.Kind == StatementKind.Sql))
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

    public void Dispose()
    {
        _connection.Dispose();
        File.Delete(_path);
    }
}
