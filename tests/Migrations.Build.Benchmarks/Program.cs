using System.Diagnostics;
using System.Globalization;

namespace Migrations.Build.Benchmarks;

/// <summary>The figures that the project promises, each as a ratio to a named baseline of the same run.</summary>
internal static class Program
{
    private const string Unverified = "<MigrationsVerify>false</MigrationsVerify>";

    private static int Main(string[] arguments)
    {
        var repository = arguments[0];
        var large = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1000;
        var root = Directory.CreateTempSubdirectory("migrations-bench-").FullName;
        try
        {
            var feed = Path.Combine(root, "feed");
            Run("dotnet", repository, "pack", "src/Migrations.Build", "-c", "Release", "-o", feed, "-v", "q", "-nologo", "--disable-build-servers");
            Run("dotnet", repository, "pack", "src/Migrations.Build.Cli", "-c", "Release", "-o", feed, "-v", "q", "-nologo", "--disable-build-servers");
            const string databases = "sqlite;postgres;mysql;sqlserver";
            var project = new MadeProject(root, large).Write(feed, databases);
            project.Restore();
            project.Build();
            new BuildFigures(project, new MadeProject(root, large, "off", "<MigrationsEnabled>false</MigrationsEnabled>").Write(feed, databases)).Print();
            new VerificationFigures(
                project,
                new MadeProject(root, large, "unverified", Unverified).Write(feed, databases),
                new MadeProject(root, 100).Write(feed, databases),
                new MadeProject(root, 100, "unverified", Unverified).Write(feed, databases)).Print();
            new ApplyFigures(root, feed, project, new MadeProject(root, 10).Write(feed, "sqlite")).Print();
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    internal static string Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{error.Result}");
        }

        return output;
    }
}
