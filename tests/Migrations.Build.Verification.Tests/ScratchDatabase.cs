using Microsoft.Data.Sqlite;

namespace Migrations.Build.Verification.Tests;

/// <summary>A SQLite database in memory with the given statements run.</summary>
internal sealed class ScratchDatabase : IDisposable
{
    public ScratchDatabase(params string[] statements)
    {
        Connection = new("Data Source=:memory:;Pooling=False");
        Connection.Open();
        foreach (var statement in statements)
        {
            Run(statement);
        }
    }

    public SqliteConnection Connection { get; }

    public void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public T Value<T>(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public long Count(string table) => Value<long>($"SELECT count(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    public void Dispose() => Connection.Dispose();
}
