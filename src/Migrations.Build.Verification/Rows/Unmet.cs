namespace Migrations.Build.Verification.Rows;

/// <summary>Made-up rows could not be changed so that a constraint to come holds, and the columns for which samples would help.</summary>
internal sealed record Unmet(string Table, IReadOnlyList<string> Columns, string Why)
{
    /// <summary>Whether no row is left.</summary>
    public bool Emptied { get; init; }
}
