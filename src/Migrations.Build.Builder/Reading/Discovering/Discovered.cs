using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>The classes that run, in the order in which they do, and those that look as if they should.</summary>
internal sealed record Discovered(Items<Candidate> Candidates, Items<PassedOver> PassedOver, Items<Finding> Findings);
