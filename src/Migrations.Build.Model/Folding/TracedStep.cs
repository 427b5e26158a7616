using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>A step with the schema before and after it, and why it does not fit where it does not.</summary>
public sealed record TracedStep(Step Step, Schema Before, Schema After, Refusal? Refusal);
