namespace Migrations.Build.Verification.Digests;

/// <summary>How the rows of a table differ from those of an earlier moment.</summary>
internal sealed record RowDifference(string Table)
{
    /// <summary>The rows that are no longer there.</summary>
    public required IReadOnlyList<TableRow> Missing { get; init; }

    /// <summary>The rows that were not there.</summary>
    public required IReadOnlyList<TableRow> Extra { get; init; }

    /// <summary>The rows that are there with other values: as they were, and as they are.</summary>
    public required IReadOnlyList<(TableRow Was, TableRow Is)> Changed { get; init; }

    /// <summary>Whether there is no difference.</summary>
    public bool None => Missing.Count + Extra.Count + Changed.Count == 0;
}
