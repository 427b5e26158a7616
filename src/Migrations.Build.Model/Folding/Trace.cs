using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Steps folded one after the other.</summary>
public sealed record Trace(Schema Before, Items<TracedStep> Steps)
{
    /// <summary>The schema after the last step.</summary>
    public Schema After => Steps.Count == 0 ? Before : Steps[Steps.Count - 1].After;
}
