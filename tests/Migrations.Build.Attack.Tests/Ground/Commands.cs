using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>The two commands on the sample, as an operator gives them.</summary>
internal static class Commands
{
    public static async Task<ApplyOutcome> UpAsync(RunSettings settings, long to, ExitCode code, TransactionScope transaction = TransactionScope.Migration) =>
        (await Apply.RunAsync(Sample.Bundle, settings, new() { To = to, AllowBreaking = true, AllowCode = true, Transaction = transaction }, default)).Ends(code);

    public static async Task<RollbackOutcome> DownAsync(RunSettings settings, long to, ExitCode code) =>
        (await Rollback.RunAsync(Sample.Bundle, settings, new() { To = to, AllowCode = true, AllowEmptyDown = true }, default)).Ends(code);
}
