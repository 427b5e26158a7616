using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>What rows that are written after Up have to get along with, since Down brings it back: the rows and constraints of before, and what the migration expects.</summary>
/// <param name="before">The database before.</param>
/// <param name="table">The table before, by its name now; null when it is new.</param>
/// <param name="expected">Queries whose values the migration expects after Up.</param>
internal sealed class Beside(SqliteConnection before, Func<string, LiveTable?> table, IReadOnlyList<string> expected)
{
    /// <summary>The queries whose values may not change.</summary>
    public IReadOnlyList<string> Expected => expected;

    public LiveTable? Table(string now) => table(now);

    /// <summary>How many rows it had, as numbers that they were made from.</summary>
    public long Used(LiveTable old) => Math.Max(
        before.Number($"SELECT count(*) FROM {Quoted.Name(old.Name)}"),
        old.NumberKey is { } key ? before.Number($"SELECT max({Quoted.Name(key.Name)}) FROM {Quoted.Name(old.Name)}") - Numbers.FirstKey + 1 : 0);

    /// <summary>Whether a row of before has one of the row's keys.</summary>
    public bool Has(LiveTable old, IReadOnlyList<LiveColumn> columns, object?[] row)
    {
        foreach (var unique in old.Uniques)
        {
            var values = unique.Select(u => Array.FindIndex([.. columns], c => AsciiComparer.IgnoreCase.Equals(c.Name, u))).Select(i => i < 0 ? null : row[i]).ToArray();
            var same = string.Join(" AND ", unique.Select((u, i) => FormattableString.Invariant($"{Quoted.Name(u)} = @p{i}")));
            if (Array.TrueForAll(values, v => v is not null) && before.Number($"SELECT count(*) FROM {Quoted.Name(old.Name)} WHERE {same}", values) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
