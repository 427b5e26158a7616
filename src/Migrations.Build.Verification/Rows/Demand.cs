using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;

namespace Migrations.Build.Verification.Rows;

/// <summary>What the next migration asks of rows that a table has already.</summary>
/// <param name="Table">The table as it is.</param>
internal sealed record Demand(LiveTable Table)
{
    /// <summary>Columns that are to be unique together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Uniques { get; init; } = [];

    /// <summary>Columns of which something is to be unique that only the database can compute.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Derived { get; init; } = [];

    /// <summary>Foreign keys.</summary>
    public IReadOnlyList<LiveForeignKey> References { get; init; } = [];

    /// <summary>Columns that are not to be NULL any more.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Conditions of checks.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Columns whose texts are to be shorter, and how long they may be.</summary>
    public IReadOnlyList<(string Column, int Size)> Sizes { get; init; } = [];

    /// <summary>Whether only values of the declared types are to be taken from now on.</summary>
    public bool Strict { get; init; }

    /// <summary>The table as rows made from now on must suit it.</summary>
    public LiveTable Tight => Table with
    {
        Columns = [.. Table.Columns.Select(c => Required.Contains(c.Name, AsciiComparer.IgnoreCase) ? c with { NotNull = true } : c)],
        Uniques = [.. Table.Uniques, .. Uniques, .. Derived],
        ForeignKeys = [.. Table.ForeignKeys, .. References],
        Strict = Table.Strict || Strict,
    };

    public bool IsNone => Uniques.Count + Derived.Count + References.Count + Required.Count + Checks.Count + Sizes.Count == 0 && !Strict;
}
