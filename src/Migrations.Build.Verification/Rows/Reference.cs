using Migrations.Build.Model.Databases;
using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>A foreign key of a table that gets rows, and the keys that it can refer to.</summary>
internal sealed class Reference(LiveForeignKey key, bool self, List<object?[]> targets)
{
    public LiveForeignKey Key => key;

    /// <summary>Whether it refers to its own table.</summary>
    public bool Self => self;

    /// <summary>The keys of the rows that it can refer to.</summary>
    public List<object?[]> Targets => targets;

    /// <summary>Whether the rows that it refers to are made later in the same transaction, each under the key that its number gives it.</summary>
    public bool Ahead { get; init; }

    private const int MostTargets = 1000;

    /// <summary>The keys that a foreign key can refer to now.</summary>
    public static List<object?[]> TargetsOf(SqliteConnection connection, LiveForeignKey key)
    {
        if (Live.Table(connection, key.Referenced) is not { } table || !key.ReferencedColumns.All(c => table.Find(c) is not null))
        {
            return [];
        }

        var present = string.Join(" AND ", key.ReferencedColumns.Select(c => Quoted.Name(c) + " IS NOT NULL"));
        return
        [
            .. connection.Rows(
                FormattableString.Invariant($"SELECT {Quoted.Names(key.ReferencedColumns)} FROM {Quoted.Name(table.Name)} WHERE {present} ORDER BY 1 LIMIT {MostTargets}"),
                r => Enumerable.Range(0, r.FieldCount).Select(i => (object?)r.GetValue(i)).ToArray()),
        ];
    }

    public bool Has(string column) => key.Columns.Any(c => AsciiComparer.IgnoreCase.Equals(c, column));

    /// <summary>The values of its columns for the row whose digit is <paramref name="digit"/>; null when there is nothing to refer to.</summary>
    public object?[]? Pick(long digit) => targets.Count > 0 ? targets[(int)(digit % targets.Count)] : Ahead ? [Numbers.FirstKey + digit] : null;
}
