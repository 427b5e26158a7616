using Migrations.Build.Model.Folding;

namespace Migrations.Build.Model.Keeping;

/// <summary>Everything that a migration keeps so that nothing is lost on the way down.</summary>
/// <param name="Keeps">What is kept, in the order of the steps that destroy it.</param>
/// <param name="IsWhole">Whether all that Up destroys is kept and brought back.</param>
public sealed record Keepings(Items<Keep> Keeps, bool IsWhole)
{
    /// <summary>Nothing is kept, and what is destroyed is lost.</summary>
    public static Keepings None { get; } = new(Items<Keep>.Empty, false);

    /// <summary>Finds what Up destroys, and where Down brings it back.</summary>
    /// <param name="up">Up, folded.</param>
    /// <param name="down">Down, folded from the schema after Up.</param>
    /// <param name="inferred">Whether Down was made by <see cref="Inverting.InferredDown"/>: it then touches no rows of its own.</param>
    /// <param name="touches">The tables and columns that opaque steps of Up declare.</param>
    public static Keepings Of(Trace up, Trace down, bool inferred, Items<string> touches)
    {
        var found = new Destroying(up, touches);
        var keeps = new Restoring(up, down, inferred).Of(found.Keeps);
        return new(keeps, found.IsWhole && keeps.All(k => k.Restore is not null));
    }
}
