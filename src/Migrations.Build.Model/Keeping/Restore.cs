namespace Migrations.Build.Model.Keeping;

/// <summary>How kept data is brought back on the way down.</summary>
/// <param name="After">How many steps of Down run before it.</param>
/// <param name="To">The table and columns, by their names at that moment.</param>
public sealed record Restore(int After, KeptPlace To)
{
    /// <summary>Where an edit made after Up would be seen, by the names when Down begins; null where nothing can tell it.</summary>
    public KeptPlace? Edited { get; init; }

    /// <summary>Whether Down makes the table right before, so that it holds no row.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether steps of Down may have put rows or values there already, which the kept ones replace.</summary>
    public bool Replaces { get; init; }
}
