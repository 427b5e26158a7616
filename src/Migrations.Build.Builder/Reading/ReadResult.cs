using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Reading;

/// <summary>What an assembly says.</summary>
/// <param name="History">Its migrations.</param>
/// <param name="Findings">What could not be read, or would not run.</param>
/// <param name="CodeFiles">The assemblies that its code steps need; empty without code steps.</param>
public sealed record ReadResult(History History, Items<Finding> Findings, Items<CodeFile> CodeFiles)
{
    /// <summary>The table that lists what is applied; null for the one that FluentMigrator makes.</summary>
    public VersionTable? VersionTable { get; init; }

    /// <summary>Whether user code did not come back, so that this process must end itself.</summary>
    public bool Hung { get; init; }
}
