namespace Migrations.Build.Model.Keeping;

/// <summary>How kept data is brought back on the way back: by Down what Up kept, and by the next Up what Down kept.</summary>
/// <param name="After">How many steps of the way back run before it.</param>
/// <param name="To">The table and columns, by their names at that moment.</param>
public sealed record Restore(int After, KeptPlace To)
{
    /// <summary>
    /// Where an edit made since would be seen, by the names when the way back begins, with empty names for columns that are gone; null where nothing can tell it.
    /// </summary>
    public KeptPlace? Edited { get; init; }

    /// <summary>The columns beside, from which the way back computes anew what is gone, by the names when it begins: an edit of them is one of that.</summary>
    public Items<string> Sources { get; init; } = Items<string>.Empty;

    /// <summary>Whether the same way may write there again behind the step, so that only its end shows what it left.</summary>
    public bool WrittenAgain { get; init; }

    /// <summary>Whether the way back makes the table right before, so that it holds no row.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether the way back makes the table, so that it holds only what that way wrote.</summary>
    public bool IsMadeAgain { get; init; }

    /// <summary>Whether steps of the way back may have put rows or values there already, which the kept ones replace.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whether an earlier step demands of the table what its rows may fulfil only with it.</summary>
    public bool IsLate { get; init; }

    /// <summary>Its place among all that goes back.</summary>
    public int Turn { get; init; }

    /// <summary>Whether its rows and those of other tables that go back refer to one another in a circle.</summary>
    public bool InCircle { get; init; }

    /// <summary>Columns that must be unique together only after later steps, with which what goes back must not collide.</summary>
    public Items<Items<string>> Unique { get; init; } = Items<Items<string>>.Empty;
}
