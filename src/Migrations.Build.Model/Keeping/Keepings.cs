using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Keeping;

/// <summary>Everything that one way of a migration keeps so that nothing is lost on the way back.</summary>
/// <param name="Keeps">What is kept, in the order of the steps that destroy it.</param>
/// <param name="IsWhole">Whether all that the way destroys is kept and brought back.</param>
public sealed record Keepings(Items<Keep> Keeps, bool IsWhole)
{
    /// <summary>Nothing is kept, and what is destroyed is lost.</summary>
    public static Keepings None { get; } = new(Items<Keep>.Empty, false);

    internal IReadOnlyList<(int Step, TableName Table)> Inserts { get; init; } = [];

    /// <summary>Finds what a way destroys, and where the way back brings it back.</summary>
    /// <param name="there">The way, folded.</param>
    /// <param name="back">The way back, folded from the schema after it.</param>
    /// <param name="silent">Whether the way back is a Down that was made by <see cref="Inverting.InferredDown"/>: it then touches no rows of its own.</param>
    /// <param name="touches">The tables and columns that opaque steps declare.</param>
    /// <param name="late">Whether all of it goes back behind the last step: the way back is the next Up, which has to work whatever is kept.</param>
    public static Keepings Of(Trace there, Trace back, bool silent, Items<string> touches, bool late = false)
    {
        var found = new Destroying(there, touches);
        var keeps = new Restoring(there, back, silent, late).Of(found.Keeps);
        return new(keeps, found.IsWhole && keeps.All(k => k.Restore is not null)) { Inserts = found.Inserts };
    }

    /// <summary>The rows that Up inserts and Down deletes, where others may be equal to them, and whether no other goes with them.</summary>
    public (Items<Insertion> Insertions, bool IsWhole) Spared(Trace up, Trace down, bool silent)
    {
        var sparing = new Sparing(up, down, silent, Inserts);
        return (sparing.Insertions, sparing.IsWhole);
    }
}
