using Migrations.Build.Model.Findings;

namespace Migrations.Build.Runner;

/// <summary>Why a verb does not go on: what there is to say, and how it ends.</summary>
internal sealed record Verdict(ExitCode Code, Finding Finding);
