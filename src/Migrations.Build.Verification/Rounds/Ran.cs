using Migrations.Build.Model.Findings;

namespace Migrations.Build.Verification.Rounds;

/// <summary>How one run of the runner ended.</summary>
/// <param name="Failure">What the runner said first when it failed; null when it did not.</param>
/// <param name="Statement">The statement that failed, from one; zero when none did.</param>
/// <param name="Migrations">How many migrations ran and were committed.</param>
internal sealed record Ran(Finding? Failure, int Statement, int Migrations)
{
    public bool Done => Failure is null;
}
