using Migrations.Build.Model.Findings;

namespace Migrations.Build.Runner.Running;

/// <summary>A migration failed.</summary>
internal sealed class WorkFailedException(Finding finding, bool half, Exception inner) : Exception(FindingText.Of(finding), inner)
{
    /// <summary>What there is to say.</summary>
    public Finding Finding => finding;

    /// <summary>Whether some of the migration's statements took effect and stay.</summary>
    public bool Half => half;
}
