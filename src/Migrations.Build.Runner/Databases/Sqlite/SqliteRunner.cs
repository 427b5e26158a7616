using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>
/// Runs work on a connection with a time limit, with cancellation (SQLite's own interrupt), and with patience for other programs. The
/// provider knows none of these: its command timeout only says how long it asks a busy database again.
/// </summary>
internal sealed class SqliteRunner(SqliteConnection connection, RunSettings settings)
{
    /// <summary>Runs work that has no effect when the database is busy.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, bool limited, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                return Limited(work, limited ? settings.CommandTimeout : null, cancel);
            }
            catch (SqliteException e) when (SqliteError.IsBusy(e) && Stopwatch.GetElapsedTime(began) < settings.LockTimeout)
            {
                await Task.Delay(20, cancel).ConfigureAwait(false);
            }
            catch (SqliteException e)
            {
                throw SqliteError.Refusal(e);
            }
            catch (InvalidOperationException e)
            {
                // The provider takes '?', '@name', ':name' and '$name' outside of quotes for a parameter that it misses.
                throw new DatabaseException(Refused.Statement, e.Message, e);
            }
        }
    }

    private T Limited<T>(Func<T> work, TimeSpan? limit, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (limit is { } time)
        {
            stop.CancelAfter(time);
        }

        var handle = connection.Handle!;
        using var interrupt = stop.Token.Register(() => raw.sqlite3_interrupt(handle));
        try
        {
            return work();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            cancel.ThrowIfCancellationRequested();
            throw new DatabaseException(Refused.TimedOut, "it took longer than it may", e);
        }
    }
}
