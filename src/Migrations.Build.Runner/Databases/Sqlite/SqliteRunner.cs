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
    public Task<T> RunAsync<T>(Func<T> work, bool limited, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            // Nearly always there is nothing to wait for.
            return Task.FromResult(Once(work, limited, cancel));
        }
        catch (SqliteException e) when (MayRepeat(e, began))
        {
            return AgainAsync(work, limited, began, cancel);
        }
        catch (Exception e) when (Refusal(e) is { } refused)
        {
            return Task.FromException<T>(refused);
        }
    }

    private async Task<T> AgainAsync<T>(Func<T> work, bool limited, long began, CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(20, cancel).ConfigureAwait(false);
            try
            {
                return Once(work, limited, cancel);
            }
            catch (SqliteException e) when (MayRepeat(e, began))
            {
            }
            catch (Exception e) when (Refusal(e) is { } refused)
            {
                throw refused;
            }
        }
    }

    private bool MayRepeat(SqliteException e, long began) => SqliteError.IsBusy(e) && Stopwatch.GetElapsedTime(began) < settings.LockTimeout;

    // The provider takes '?', '@name', ':name' and '$name' outside of quotes for a parameter that it misses. Any other of its kind is a fault of ours.
    private static DatabaseException? Refusal(Exception e) => e switch
    {
        SqliteException refused => SqliteError.Refusal(refused),
        InvalidOperationException when e.Message.StartsWith("Must add values for the following parameters", StringComparison.Ordinal) => new(Refused.Statement, e.Message, e),
        _ => null,
    };

    private T Once<T>(Func<T> work, bool limited, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return limited && settings.CommandTimeout is { } limit ? Limited(work, limit, cancel) : Interruptible(work, cancel, cancel);
    }

    private T Limited<T>(Func<T> work, TimeSpan limit, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(limit);
        return Interruptible(work, stop.Token, cancel);
    }

    private T Interruptible<T>(Func<T> work, CancellationToken stop, CancellationToken cancel)
    {
        using var interrupt = stop.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), connection.Handle);
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
