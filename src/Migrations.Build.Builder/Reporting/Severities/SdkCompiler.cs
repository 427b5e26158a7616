using System.Runtime.Loader;

namespace Migrations.Build.Builder.Reporting.Severities;

/// <summary>The compiler's assemblies, taken from the SDK that builds: the package carries no second compiler.</summary>
internal static class SdkCompiler
{
    private static string? _folder;

    /// <summary>From now on they are found in the folder that the build names, or else in that of the newest SDK beside the running .NET.</summary>
    public static void Use(string? folder)
    {
        if (Interlocked.CompareExchange(ref _folder, folder is not null && File.Exists(PathIn(folder)) ? folder : Newest() ?? "", null) is null)
        {
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                Path.Combine(_folder!, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        }
    }

    private static string PathIn(string folder) => Path.Combine(folder, "Microsoft.CodeAnalysis.dll");

    private static string? Newest()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk"));
        return !Directory.Exists(root) ? null : Directory.GetDirectories(root)
            .OrderByDescending(sdk => Version.TryParse(Path.GetFileName(sdk).Split('-')[0], out var version) ? version : new Version())
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore"))
            .FirstOrDefault(folder => File.Exists(PathIn(folder)));
    }
}
