using System.Data.Common;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.Locking;

/// <summary>Reads who holds the lock from the table <c>migrations_lock</c>, which only tells; what excludes is the engine's own lock.</summary>
internal static class LockTable
{
    private const string Query = "SELECT run_by, process, since FROM migrations_lock";

    /// <summary>Who holds the lock; null where that cannot be told.</summary>
    public static async Task<LockHolder?> HolderAsync(IDatabase database, CancellationToken cancel)
    {
        try
        {
            var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
            if (session is null)
            {
                return null;
            }

            await using (session.ConfigureAwait(false))
            {
                return await HolderAsync(session, cancel).ConfigureAwait(false);
            }
        }
        catch (DatabaseException)
        {
            return null;
        }
    }

    /// <summary>Who holds the lock, or held it last and died; null when nobody does.</summary>
    public static async Task<LockHolder?> HolderAsync(ISession session, CancellationToken cancel) =>
        (await session.HistoryColumnsAsync(cancel).ConfigureAwait(false)).ContainsKey("migrations_lock")
            ? await session.RunAsync(Read, session.Command(Query), cancel).ConfigureAwait(false)
            : null;

    private static LockHolder? Read(DbCommand command)
    {
        using var rows = command.ExecuteReader();
        return rows.Read() ? new(rows.GetString(0), rows.GetInt32(1), Moment.Read(rows.GetString(2)) ?? default) : null;
    }
}
