using Migrations.Build.Model.Findings;

namespace Migrations.Build.Runner.Running;

/// <summary>What must hold around a migration does not; the finding is made from the migration and a sentence on the effect.</summary>
internal sealed class CheckFailedException(Func<Work, string, Finding> finding) : Exception("A check around the migration failed.")
{
    /// <summary>What there is to say.</summary>
    public Finding Of(Work work, string effect) => finding(work, effect);
}
