using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Migrations.Build.Verification.Databases;

/// <summary>Keeps triggers of a connection from firing until it is disposed.</summary>
internal sealed class Triggers : IDisposable
{
    private const int EnableTrigger = 1003;
    private readonly SqliteConnection _connection;

    private Triggers(SqliteConnection connection)
    {
        _connection = connection;
        Set(0);
    }

    public static Triggers Off(SqliteConnection connection) => new(connection);

    public void Dispose() => Set(1);

    private void Set(int on) => raw.sqlite3_db_config(_connection.Handle, EnableTrigger, on, out _);
}
