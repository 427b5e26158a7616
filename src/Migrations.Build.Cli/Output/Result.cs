using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Output;

/// <summary>An exit code as a word.</summary>
internal static class Result
{
    public static string Of(ExitCode code) => code switch
    {
        ExitCode.Done => "done",
        ExitCode.Usage => "usage",
        ExitCode.Pending => "pending",
        ExitCode.Differs => "differs",
        ExitCode.Locked => "locked",
        ExitCode.RolledBack => "rolledBack",
        ExitCode.NeedsPerson => "needsPerson",
        ExitCode.Refused => "refused",
        ExitCode.BadBundle => "badBundle",
        ExitCode.Cancelled => "cancelled",
        _ => "failed",
    };
}
