using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Keeping;

/// <summary>What one step of a way, Up or Down, destroys of the data that was there before that way, to be kept right before that step.</summary>
/// <param name="Step">The index of the step.</param>
/// <param name="Kind">Values or whole rows.</param>
/// <param name="From">The table and columns, by their names before the step.</param>
/// <param name="Why">What destroys them, as the end of a sentence.</param>
public sealed record Keep(int Step, KeepKind Kind, KeptPlace From, string Why)
{
    /// <summary>The rows that the step changes, each by its cells; empty where it may change any row.</summary>
    public Items<Row> Where { get; init; } = Items<Row>.Empty;

    /// <summary>Whether the step may leave some of it as it was, which then need not stay kept.</summary>
    public bool Trims { get; init; }

    /// <summary>Whether a value that is equal in its other form, such as 7 as <c>'7'</c>, comes back by itself and need not stay kept.</summary>
    public bool ComesBack { get; init; }

    /// <summary>Whether the table numbers its rows, and how far it had come goes with it.</summary>
    public bool Numbered { get; init; }

    /// <summary>Whether rows that are kept whole may have been changed as well as deleted.</summary>
    public bool Changes { get; init; }

    /// <summary>The constants that the step writes in place of the values; empty where they are not known.</summary>
    public Items<Cell> NewValues { get; init; } = Items<Cell>.Empty;

    /// <summary>How it is brought back; null where the way back leaves no place for it.</summary>
    public Restore? Restore { get; init; }
}
