using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Steps folded one after the other.</summary>
public sealed record Trace(Schema Before, Items<TracedStep> Steps)
{
    /// <summary>Whether a name that was there before may be gone after it; said of a step before anything is looked up.</summary>
    internal bool MayTakeNames => Steps.Any(s => s.Step.Operation is not (AddColumn or CreateTable or CreateIndex or CreateSchema or CreateSequence or AddKey or AddForeignKey or SetDefault or DropDefault or InsertRows or UpdateRows or DeleteRows));

    /// <summary>The schema after the last step.</summary>
    public Schema After => Steps.Count == 0 ? Before : Steps[Steps.Count - 1].After;
}
