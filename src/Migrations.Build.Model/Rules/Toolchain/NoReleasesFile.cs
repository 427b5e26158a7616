using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>No releases file draws the line between old and new.</summary>
public static class NoReleasesFile
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9401", nameof(NoReleasesFile))
    {
        Title = "No releases file draws the line between old and new",
        Message = "No releases file says what was released, so each migration counts as a release of its own. "
            + "Findings in migrations that ran long ago are reported with those of new ones{?0, and they stop the build}. "
            + "{?0If these {0} have shipped, run 'dotnet build -t:MigrationsRelease': it records what was found of them, and from then on only new ones are judged.}"
            + "{!0Run 'dotnet build -t:MigrationsRelease' to draw the line.}",
        Severity = Severity.Info,
    };
}
