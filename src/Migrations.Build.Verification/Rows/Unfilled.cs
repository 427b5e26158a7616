namespace Migrations.Build.Verification.Rows;

/// <summary>A table for which no row could be made, why, and the columns for which samples would help.</summary>
internal sealed record Unfilled(string Table, string Why, IReadOnlyList<string> Columns)
{
    /// <summary>Whether rows would be taken, and would contradict what a migration expects.</summary>
    public bool Unexpected { get; init; }
}
