using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Migrations.Build.Attack.Tests.Flushing;

/// <summary>Counts how often a program waits for the disk.</summary>
internal static partial class Flushes
{
    /// <summary>Whether there is a strace here, and it may trace.</summary>
    public static bool CanCount { get; } = OperatingSystem.IsLinux() && Tries();

    /// <summary>How often the command does, which must end well.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="trace">A file for what strace says.</param>
    public static int Of(string[] command, string trace)
    {
        var said = Run("strace", ["-f", "--seccomp-bpf", "-o", trace, "-e", "trace=fsync,fdatasync", .. command], out var code);
        return code == 0 ? File.ReadLines(trace).Count(l => Flush().IsMatch(l)) : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {code}: {said}");
    }

    private static bool Tries()
    {
        try
        {
            Run("strace", ["-f", "-e", "trace=fsync", "true"], out var code);
            return code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string Run(string program, string[] arguments, out int code)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("MIGRATIONS_CONNECTION");
        using var process = Process.Start(start)!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        code = process.ExitCode;
        return said.Result + error.Result;
    }

    [GeneratedRegex(@"\b(fsync|fdatasync)\(")]
    private static partial Regex Flush();
}
