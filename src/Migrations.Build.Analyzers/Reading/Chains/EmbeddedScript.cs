using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>A script of which the chain tells the name only; the project has its text.</summary>
internal sealed record EmbeddedScript(string Name) : Operation;
