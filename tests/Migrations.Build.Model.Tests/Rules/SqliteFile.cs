using Microsoft.Data.Sqlite;

namespace Migrations.Build.Model.Tests.Rules;

/// <summary>A real SQLite database, to confirm what a page says about SQLite.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:;Foreign Keys=True");

    public SqliteFile() => _connection.Open();

    public void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    public object? Value(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar();
    }

    public bool Refuses(string sql)
    {
        try
        {
            Run(sql);
            return false;
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
