using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>What SQLite's errors mean to a verb.</summary>
internal static class SqliteError
{
    /// <summary>Whether another program holds the database for the moment.</summary>
    public static bool IsBusy(SqliteException e) => e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>SQLite's own words, without what the provider puts around them.</summary>
    public static string Text(SqliteException e)
    {
        var (open, close) = (e.Message.IndexOf('\'', StringComparison.Ordinal), e.Message.LastIndexOf('\''));
        return open >= 0 && close > open ? e.Message[(open + 1)..close] : e.Message;
    }

    /// <summary>The error as a refusal.</summary>
    public static DatabaseException Refusal(SqliteException e) => IsBusy(e)
        ? new(Refused.Busy, "another program holds the database", e)
        : new(Kind(e.SqliteErrorCode), Text(e), e);

    private static Refused Kind(int code) => code switch
    {
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_NOTADB or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_CORRUPT => Refused.Unreachable,
        _ => Refused.Statement,
    };
}
