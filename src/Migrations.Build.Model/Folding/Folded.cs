using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>The schema after an operation, and why the operation does not fit where it does not.</summary>
public sealed record Folded(Schema After, Refusal? Refusal)
{
    internal static Folded To(Schema after) => new(after, null);
}
