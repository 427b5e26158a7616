using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Migrations.Build.Oracle.Tests.Seeing;

/// <summary>Plain SQLite.</summary>
internal static class Sqlite
{
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Text(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Why a statement does not run; null where it did.</summary>
    public static string? Try(SqliteConnection connection, string sql)
    {
        try
        {
            Execute(connection, sql);
            return null;
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    /// <summary>Rows as text; a NULL is a zero character.</summary>
    public static List<string[]> Rows(SqliteConnection connection, string sql, params string[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), values[i]);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "\0" : reader.GetString(i))]);
        }

        return rows;
    }

    /// <summary>A value with its storage class, exact to the last bit.</summary>
    public static string Value(SqliteDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => "null",
        long i => "i" + i.ToString(CultureInfo.InvariantCulture),
        double r => "r" + (r == 0 ? "0" : r.ToString("R", CultureInfo.InvariantCulture)),
        byte[] b => "x" + Convert.ToHexString(b),
        var text => "'" + text + "'",
    };

    /// <summary>The highest version that is applied, as FluentMigrator notes it.</summary>
    public static int Version(string file)
    {
        using var connection = Open(file);
        return int.Parse(Rows(connection, "SELECT coalesce(max(Version), 0) FROM VersionInfo")[0][0], CultureInfo.InvariantCulture);
    }
}
