using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>One of several processes that migrate the same new files, one after the other, each as early as it can.</summary>
internal static class Crowd
{
    public static async Task<(int Code, string Said)> RunAsync(string bundle, string folder, int trials)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Migrations.Build.Runner.Tests.Host.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", host, "crowd", bundle, folder, trials.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return (process.ExitCode, await said + await error);
    }
}
