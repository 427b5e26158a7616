using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>Watches numbers that no new row may change: how many rows break a check of before, and what a migration expects.</summary>
internal sealed class Guard
{
    private readonly SqliteConnection _connection;
    private readonly List<(string Query, object? Value, bool Expected)> _watched = [];

    public Guard(SqliteConnection connection, LiveTable table, LiveTable? old, IReadOnlyList<string> expected)
    {
        _connection = connection;
        var known = CheckReader.Checks(table.Sql).Select(SqlForm.Of).ToHashSet(StringComparer.Ordinal);
        Checks = old is null ? [] : [.. CheckReader.Checks(old.Sql).Where(c => !known.Contains(SqlForm.Of(c)))];
        Checks.ToList().ForEach(c => Watch($"SELECT count(*) FROM {Quoted.Name(table.Name)} WHERE NOT ({c})", expected: false));
        expected.ToList().ForEach(q => Watch(q, expected: true));
    }

    /// <summary>The conditions of before that do not hold any more.</summary>
    public IReadOnlyList<string> Checks { get; }

    /// <summary>Whether it was something expected that changed last.</summary>
    public bool Unexpected { get; private set; }

    /// <summary>Whether something changed.</summary>
    public bool Objects()
    {
        var changed = _watched.FirstOrDefault(w => !Equals(Ask(w.Query), w.Value));
        Unexpected = changed.Expected;
        return changed.Query is not null;
    }

    // What speaks of columns that are gone, or that code must make, is left to the run.
    private void Watch(string query, bool expected)
    {
        try
        {
            _watched.Add((query, Ask(query), expected));
        }
        catch (SqliteException)
        {
        }
    }

    private object? Ask(string query)
    {
        using var command = _connection.Command(query);
        return command.ExecuteScalar() switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            var value => value,
        };
    }
}
