using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Inverting;

/// <summary>The operations that undo another one, in order, and what they do not undo.</summary>
/// <param name="Operations">The operations; empty where there is nothing to undo, or no way.</param>
/// <param name="Wholeness">How much they undo.</param>
/// <param name="WhyNot">What they do not undo and why, as a sentence; null for a whole inverse.</param>
public sealed record Inverse(Items<Operation> Operations, Wholeness Wholeness, string? WhyNot)
{
    internal static Inverse Whole(params Operation[] operations) => new(Items.Of(operations), Wholeness.Whole, null);

    internal static Inverse Structure(string whyNot, params Operation[] operations) => new(Items.Of(operations), Wholeness.StructureOnly, whyNot);

    internal static Inverse Nothing(string whyNot) => new(Items<Operation>.Empty, Wholeness.None, whyNot);
}
