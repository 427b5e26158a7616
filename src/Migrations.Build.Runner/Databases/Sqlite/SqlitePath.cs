using Microsoft.Data.Sqlite;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Tells which file a connection string means.</summary>
internal static class SqlitePath
{
    private const string DataDirectory = "|DataDirectory|";

    /// <summary>The file, with links resolved, so that every name of it gives the same lock; null for a database in memory.</summary>
    public static string? Of(SqliteConnectionStringBuilder connection)
    {
        var source = connection.DataSource;
        if (source.Length == 0 || source == ":memory:" || connection.Mode == SqliteOpenMode.Memory)
        {
            return null;
        }

        return source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? OfUri(source) : Resolve(source);
    }

    // https://sqlite.org/uri.html: file:path, file:/path, file:///path or file://localhost/path, then a query.
    private static string? OfUri(string uri)
    {
        var parts = uri["file:".Length..].Split('#')[0].Split('?', 2);
        if (parts.Length == 2 && parts[1].Split('&').Contains("mode=memory", StringComparer.Ordinal))
        {
            return null;
        }

        var path = parts[0];
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = path.IndexOf('/', 2);
            path = slash < 0 ? "" : path[slash..];
        }

        path = Uri.UnescapeDataString(path);
        return path is "" or ":memory:" ? null : Resolve(path);
    }

    private static string Resolve(string path)
    {
        if (path.StartsWith(DataDirectory, StringComparison.OrdinalIgnoreCase))
        {
            path = Path.Combine(AppDomain.CurrentDomain.GetData("DataDirectory") as string ?? "", path[DataDirectory.Length..].TrimStart('/', '\\'));
        }

        var full = Path.GetFullPath(path, AppDomain.CurrentDomain.GetData("DataDirectory") as string ?? Environment.CurrentDirectory);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
