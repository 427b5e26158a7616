using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>The figures that the project promises, each as a ratio to a named baseline of the same run.</summary>
internal static class Program
{
    private const string Usage = "bash build/bench.sh [<migrations>] [--only build|apply|verification|rebuild|keep|rows|editor]";

    private static readonly string[] OfProjects = ["build", "apply", "verification"];
    private static readonly string[] OfData = ["rebuild", "keep", "rows", "editor"];

    private static int Main(string[] arguments)
    {
        var only = Array.IndexOf(arguments, "--only") is > 0 and var at ? arguments[(at + 1)..] : [.. OfProjects, .. OfData];
        if (only.Length == 0 || only.Except([.. OfProjects, .. OfData]).Any())
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var large = arguments.Length > 1 && int.TryParse(arguments[1], CultureInfo.InvariantCulture, out var count) ? count : 1000;
        var root = Directory.CreateTempSubdirectory("migrations-bench-").FullName;
        try
        {
            if (only.Intersect(OfProjects).Any())
            {
                new MigrationFigures(arguments[0], root, large).Print(only);
            }

            Array.ForEach(only.Intersect(OfData).ToArray(), part => PrintData(part, root));
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void PrintData(string part, string root)
    {
        switch (part)
        {
            case "rebuild": new RebuildFigures(root).Print(); break;
            case "keep": new KeepFigures(root).Print(); break;
            case "editor":
                SdkCompiler.Use(root);
                EditorFigures.Print([100, 1000, 10_000]);
                break;
            default: new RowFigures(root).Print(); break;
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
            try
            {
                while (!process.WaitForExit(5))
                {
                    process.Refresh();
                    peak = Math.Max(peak, process.PeakWorkingSet64);
                }
            }
            catch (InvalidOperationException)
            {
                // It ended between the two questions.
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
