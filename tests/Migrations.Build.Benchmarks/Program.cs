using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>The figures that the project promises, each as a ratio to a named baseline of the same run.</summary>
internal static class Program
{
    private const string Usage = "bash build/bench.sh [<migrations>] [--only build|apply|verification|data]";

    private static int Main(string[] arguments)
    {
        var only = Array.IndexOf(arguments, "--only") is > 0 and var at ? arguments.ElementAtOrDefault(at + 1) : null;
        if (only is not (null or "build" or "apply" or "verification" or "data") || (arguments.Contains("--only") && only is null))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var large = arguments.Length > 1 && int.TryParse(arguments[1], CultureInfo.InvariantCulture, out var count) ? count : 1000;
        var root = Directory.CreateTempSubdirectory("migrations-bench-").FullName;
        try
        {
            if (only is not "data")
            {
                new MigrationFigures(arguments[0], root, large).Print(only);
            }

            if (only is null or "data")
            {
                new RebuildFigures(root).Print();
                new KeepFigures(root).Print();
                new RowFigures(root).Print();
            }

            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    internal static string Run(string program, string folder, params string[] arguments) =>
        Run(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }, _ => { });

    internal static string Run(string[] command) => Run(new ProcessStartInfo(command[0], command[1..]), _ => { });

    /// <summary>The most memory that a program had, in bytes; asked while it runs, since nothing is left to ask afterwards.</summary>
    internal static long Peak(string[] command)
    {
        var peak = 0L;
        Run(new ProcessStartInfo(command[0], command[1..]), process =>
        {
            while (!process.WaitForExit(5))
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
        });
        return peak;
    }

    private static string Run(ProcessStartInfo start, Action<Process> watch)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        watch(process);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{output.Result}\n{error.Result}");
    }
}
