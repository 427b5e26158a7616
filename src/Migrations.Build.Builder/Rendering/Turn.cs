using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering;

/// <summary>An operation in its place among the steps, and where its losses go.</summary>
/// <param name="Start">The schema before the first step.</param>
/// <param name="Before">The schema before this step.</param>
/// <param name="Steps">All steps.</param>
/// <param name="At">The index of this step.</param>
/// <param name="Losses">What this step loses.</param>
internal sealed record Turn(Schema Start, Schema Before, Items<Step> Steps, int At, List<Loss> Losses)
{
    /// <summary>The operation; an engine may have taken away what it has reported as lost.</summary>
    public Operation Operation { get; init; } = Steps[At].Operation;

    /// <summary>Notes that the database would not get a part of the operation.</summary>
    public void Lose(string what, string why, Severity severity = Severity.Error, string rule = Loss.InRendering) =>
        Losses.Add(new Loss(what, why, severity) { Rule = rule });
}
