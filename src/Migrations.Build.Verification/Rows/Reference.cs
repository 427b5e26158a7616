using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;

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

    public bool Has(string column) => key.Columns.Any(c => AsciiComparer.IgnoreCase.Equals(c, column));

    /// <summary>The values of its columns for the row whose digit is <paramref name="digit"/>; null when there is nothing to refer to.</summary>
    public object?[]? Pick(long digit) => targets.Count > 0 ? targets[(int)(digit % targets.Count)] : Ahead ? [Numbers.FirstKey + digit] : null;
}
