using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Reporting;

/// <summary>A finding and how it is shown.</summary>
internal sealed record Shown(Finding Finding, Level Level);
