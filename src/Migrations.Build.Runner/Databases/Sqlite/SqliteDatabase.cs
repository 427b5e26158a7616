using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteDatabase(RunSettings settings) : IDatabase
{
    private readonly SqliteConnectionStringBuilder _connection = Read(settings);

    /// <inheritdoc/>
    public string Name => SqlitePath.Of(_connection) ?? "in memory";

    /// <inheritdoc/>
    public Task<IAsyncDisposable?> TryLockAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var path = SqlitePath.Of(_connection);
        return Task.FromResult<IAsyncDisposable?>(path is null || settings.Scratch ? new Nothing() : SqliteLock.TryTake(path));
    }

    /// <inheritdoc/>
    public async Task<bool> IsLockedAsync(CancellationToken cancel)
    {
        if (SqlitePath.Of(_connection) is not { } path || !File.Exists(SqliteLock.FileOf(path)))
        {
            return false;
        }

        var taken = SqliteLock.TryTake(path);
        await using var free = (taken ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
        return taken is null;
    }

    /// <inheritdoc/>
    public async Task<ISession?> OpenAsync(Access access, CancellationToken cancel)
    {
        var path = SqlitePath.Of(_connection);
        if (path is not null && !File.Exists(path) && (access != Access.Make || _connection.Mode != SqliteOpenMode.ReadWriteCreate))
        {
            return access != Access.Make ? null : throw new DatabaseException(Refused.Unreachable, "the file does not exist, and the connection string forbids making it");
        }

        return await SqliteSession.OpenAsync(Mode(access, path), access, settings, cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Schema> MakeSchemaAsync(IEnumerable<string> statements, CancellationToken cancel)
    {
        var memory = new SqliteConnectionStringBuilder { DataSource = ":memory:" };
        var session = await SqliteSession.OpenAsync(memory, Access.Make, settings with { Scratch = true }, cancel).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.ExecuteAsync("PRAGMA foreign_keys = OFF", cancel).ConfigureAwait(false);
            foreach (var statement in statements)
            {
                await TryAsync(session, statement, cancel).ConfigureAwait(false);
            }

            return await session.SchemaAsync(cancel).ConfigureAwait(false);
        }
    }

    // Without the rows of a real database a change of rows may fail, and changes no schema anyway.
    private static async Task TryAsync(SqliteSession session, string statement, CancellationToken cancel)
    {
        try
        {
            await session.ExecuteAsync(statement, cancel).ConfigureAwait(false);
        }
        catch (DatabaseException) when (SqlHead.Word(statement) is "INSERT" or "UPDATE" or "DELETE" or "REPLACE" or "SELECT" or "WITH")
        {
        }
    }

    // A connection of the pool would outlive the verb, and with it the file's handle and what a migration set on it.
    private SqliteConnectionStringBuilder Mode(Access access, string? path)
    {
        var made = new SqliteConnectionStringBuilder(_connection.ConnectionString) { Pooling = false, DefaultTimeout = 1 };
        if (access != Access.Make && path is not null && made.Mode == SqliteOpenMode.ReadWriteCreate)
        {
            made.Mode = SqliteOpenMode.ReadWrite;
        }

        return made;
    }

    private static SqliteConnectionStringBuilder Read(RunSettings settings)
    {
        try
        {
            var read = new SqliteConnectionStringBuilder(settings.ConnectionString);
            if (SqlitePath.Of(read) is null && !settings.Scratch)
            {
                throw new DatabaseException(Refused.Senseless, "means a database in memory, which is gone when this program ends") { Remedy = "name a file, such as 'Data Source=app.db'" };
            }

            return read.Password.Length == 0 || Encrypts() ? read : throw new DatabaseException(Refused.Senseless, "has a password, and the SQLite at hand encrypts nothing")
            {
                Remedy = "leave 'Password' out, or run the verbs from a program of yours with a SQLite that encrypts",
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new DatabaseException(Refused.Unreachable, "the connection string is not one of SQLite");
        }
    }

    private static bool Encrypts()
    {
        try
        {
            using var connection = new SqliteConnection("Data Source=:memory:;Password=tried;Pooling=False");
            connection.Open();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
