using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Migrations.Build.Verification.Databases;

/// <summary>Says in the engine's own words why it refused something.</summary>
internal static class Reasons
{
    private const string Prefix = "SQLite Error ";

    /// <summary>The engine's message without what the driver puts around it.</summary>
    public static string Of(SqliteException exception)
    {
        var text = exception.Message;
        var start = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.IndexOf('\'', StringComparison.Ordinal) : -1;
        var end = text.LastIndexOf('\'');
        return start >= 0 && end > start ? text[(start + 1)..end] : raw.sqlite3_errstr(exception.SqliteErrorCode).utf8_to_string();
    }
}
