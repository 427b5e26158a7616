using System.Diagnostics;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>The program <c>migrations</c> as an operator runs it, or run by another program: a shell that limits it.</summary>
internal static class Tool
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "migrations.dll");

    /// <summary>The whole command line.</summary>
    public static string[] Command(params string[] args) => ["dotnet", "exec", Path, .. args];

    public static Task<(int Code, string Said)> RunAsync(params string[] args) => UnderAsync([], args);

    public static async Task<(int Code, string Said)> UnderAsync(string[] outer, string[] args)
    {
        string[] all = [.. outer, .. Command(args)];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("MIGRATIONS_CONNECTION");
        using var process = Process.Start(start)!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return (process.ExitCode, await said + await error);
    }

    /// <summary>Whether a program can be run here, and ends well.</summary>
    public static bool Works(string program, params string[] args)
    {
        try
        {
            var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
