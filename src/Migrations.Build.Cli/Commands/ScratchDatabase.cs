using Microsoft.Data.Sqlite;

namespace Migrations.Build.Cli.Commands;

/// <summary>The empty database that a bundle is to be verified on.</summary>
internal static class ScratchDatabase
{
    /// <summary>The path of its file.</summary>
    /// <exception cref="UsageException">It is no SQLite file, or not empty.</exception>
    public static string PathOf(string connection)
    {
        var path = Source(connection);
        if (path is "" or ":memory:" || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("This version verifies on a SQLite file only. Nothing was done. Give --connection 'Data Source=<a file that is empty or does not exist>', or leave it out.");
        }

        return IsEmpty(path)
            ? Path.GetFullPath(path)
            : throw new UsageException($"The database '{path}' is not empty, and verification fills every table with made-up rows. Nothing was done. Give a file that is empty or does not exist.");
    }

    private static string Source(string connection)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connection).DataSource;
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    private static bool IsEmpty(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return !Directory.Exists(path);
        }

        try
        {
            using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_schema";
            return command.ExecuteScalar() is 0L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
