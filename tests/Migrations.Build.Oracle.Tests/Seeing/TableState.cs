namespace Migrations.Build.Oracle.Tests.Seeing;

/// <summary>A table: what the engine knows of it, and its rows.</summary>
/// <param name="Facts">Everything of its schema, a line each, in no order.</param>
/// <param name="Columns">The columns, generated ones too.</param>
/// <param name="Key">The columns of its primary key by name; none where it has none, or where values of it are missing or no key.</param>
/// <param name="Rows">The rows, by key; without a key by all values and a number.</param>
internal sealed record TableState(string Name, IReadOnlyList<string> Facts, IReadOnlyList<ColumnState> Columns, IReadOnlyList<string> Key, IReadOnlyDictionary<string, RowState> Rows)
{
    public bool Virtual { get; init; }

    public bool WithoutRowNumber { get; init; }
}

internal sealed record ColumnState(string Name, string Type, bool NotNull, string? Default, int Key, bool Generated);

/// <summary>A row: each value with its type, by column.</summary>
internal sealed record RowState(IReadOnlyDictionary<string, string> Cells)
{
    public override string ToString() => string.Join(", ", Cells.Select(c => c.Key + "=" + (c.Value.Length > 60 ? c.Value[..60] + "…" : c.Value)));
}
