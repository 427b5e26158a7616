namespace Migrations.Build.Model.Databases;

/// <summary>Compares names without the case of the letters A to Z and of no others, as SQLite does: there, <c>é</c> and <c>É</c> are two names.</summary>
public sealed class AsciiComparer : StringComparer
{
    private AsciiComparer()
    {
    }

    /// <summary>The comparer.</summary>
    public static AsciiComparer IgnoreCase { get; } = new();

    /// <summary>The name in the one form of all that are the same.</summary>
    public static string Upper(string name) => name.Any(c => c is >= 'a' and <= 'z') ? new([.. name.Select(Upper)]) : name;

    /// <inheritdoc/>
    public override int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? y is null ? 0 : -1 : 1;
        }

        for (var at = 0; at < x.Length && at < y.Length; at++)
        {
            if (Upper(x[at]) - Upper(y[at]) is not 0 and var order)
            {
                return order;
            }
        }

        return x.Length - y.Length;
    }

    /// <inheritdoc/>
    public override bool Equals(string? x, string? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.Length == y.Length && Compare(x, y) == 0);

    /// <inheritdoc/>
    public override int GetHashCode(string obj)
    {
        var hash = 0;
        foreach (var c in obj)
        {
            hash = unchecked((hash * 31) + Upper(c));
        }

        return hash;
    }

    private static char Upper(char c) => c is >= 'a' and <= 'z' ? (char)(c - 32) : c;
}
