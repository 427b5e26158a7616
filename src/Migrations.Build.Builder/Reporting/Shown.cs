using Migrations.Build.Builder.Building;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Reporting;

/// <summary>A finding and how it is shown.</summary>
internal sealed record Shown(Finding Finding, Level Level)
{
    /// <summary>Its text; what no configuration changes says so, and the way out.</summary>
    public string Text => FindingText.Of(Finding) + (Level == Level.Error && Judgement.IsFixed(Finding)
        ? " Its severity cannot be lowered, since there is nothing to put into a bundle; of a migration that shipped, 'dotnet build -t:MigrationsRelease' records it."
        : "");
}
