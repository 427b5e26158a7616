using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>A runner in a process of its own that kills itself at a chosen moment.</summary>
internal static class Victim
{
    /// <summary>What the system says of a process that was killed: 128 and SIGKILL.</summary>
    public const int Killed = 137;

    public static Task<(int Code, string Said)> RunAsync(bool up, string database, long to, string moment, long version, int number) =>
        RunAsync(up ? "up" : "down", database, to, moment, version, number);

    public static async Task<(int Code, string Said)> RunAsync(string way, string database, long to, string moment, long version, int number)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Migrations.Build.Runner.Tests.Host.dll");
        string[] arguments = ["exec", host, way, Sample.Path, $"Data Source={database};Pooling=False", Text(to), moment, Text(version), Text(number)];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Of many short processes most of the time goes into compiling: the first, quick code is enough.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_BackgroundWorkerTimeoutMs"] = "0";
        using var process = Process.Start(start)!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await said + await error);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
