using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>
/// The lock on a SQLite file: SQLite's own write lock on an empty file beside it. The kernel frees it when its process dies, it needs no
/// database to be there, and it is as good as the locks that the database itself relies on, on every system and file system.
/// </summary>
internal sealed class SqliteLock : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private SqliteLock(SqliteConnection connection) => _connection = connection;

    /// <summary>The file that is locked; it stays empty, and stays.</summary>
    public static string FileOf(string database) => database + ".migrations-lock";

    /// <summary>Takes the lock without waiting; null when another holds it.</summary>
    public static SqliteLock? TryTake(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FileOf(database), Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            var code = raw.sqlite3_exec(connection.Handle!, "BEGIN IMMEDIATE") & 0xff;
            if (code == raw.SQLITE_OK)
            {
                return new(connection);
            }

            connection.Dispose();
            return code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED ? null : throw Unreachable(raw.sqlite3_errstr(code).utf8_to_string(), null);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            return e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED ? null : throw Unreachable(SqliteError.Text(e), e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static DatabaseException Unreachable(string why, Exception? inner) =>
        new(Refused.Unreachable, $"the lock file beside it cannot be made ({why})", inner);
}
