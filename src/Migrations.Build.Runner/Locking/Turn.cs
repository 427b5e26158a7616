using System.Data.Common;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Runner.Locking;

/// <summary>A runner's turn on a database: the lock, taken first, and the open database.</summary>
internal sealed class Turn : IAsyncDisposable
{
    private readonly IAsyncDisposable _lock;

    private Turn(IAsyncDisposable taken, ISession? session) => (_lock, Session) = (taken, session);

    /// <summary>The open database; null where there is none and none is to be made.</summary>
    public ISession? Session { get; }

    /// <summary>Waits for the lock and opens the database; null when the lock is held for longer than the settings allow.</summary>
    public static async Task<Turn?> TakeAsync(IDatabase database, Access access, RunSettings settings, CancellationToken cancel)
    {
        if (await LockAsync(database, settings, cancel).ConfigureAwait(false) is not { } taken)
        {
            return null;
        }

        try
        {
            return new(taken, await database.OpenAsync(access, cancel).ConfigureAwait(false));
        }
        catch
        {
            await taken.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Session is not null)
        {
            await Session.DisposeAsync().ConfigureAwait(false);
        }

        await _lock.DisposeAsync().ConfigureAwait(false);
    }

    // A status that asks whether the lock is held takes it for a moment, so one refusal is not the last word even without patience.
    private static async Task<IAsyncDisposable?> LockAsync(IDatabase database, RunSettings settings, CancellationToken cancel)
    {
        var began = settings.Clock.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            if (await database.TryLockAsync(cancel).ConfigureAwait(false) is { } taken)
            {
                return taken;
            }

            if (attempt >= 3 && settings.Clock.GetElapsedTime(began) >= settings.LockTimeout)
            {
                return null;
            }

            if (attempt == 3)
            {
                settings.Progress?.Invoke(new WaitingForLock(await LockTable.HolderAsync(database, cancel).ConfigureAwait(false)));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(25 * (attempt + 1), 200)), settings.Clock, cancel).ConfigureAwait(false);
        }
    }
}
