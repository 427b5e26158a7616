using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Runner.Databases;

/// <summary>The library that talks to a database.</summary>
public static class Driver
{
    /// <summary>
    /// Loads what the first connection would wait for; meant for a thread of its own, while something else is done. No database is touched;
    /// whatever is wrong with the library is told by the first connection.
    /// </summary>
    public static void Load(DatabaseKind database)
    {
        if (database == DatabaseKind.Sqlite)
        {
            Sqlite();
        }
    }

    private static void Sqlite()
    {
        try
        {
            using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT @p0";
            command.Parameters.AddWithValue("@p0", 1L);
            command.ExecuteScalar();
        }
        catch (Exception e) when (e is SqliteException or DllNotFoundException or TypeInitializationException)
        {
            // The first connection meets it, too, and somebody listens to that.
        }
    }
}
