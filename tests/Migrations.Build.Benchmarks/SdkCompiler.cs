using System.Reflection;
using System.Runtime.Loader;

namespace Migrations.Build.Benchmarks;

/// <summary>Loads the compiler of the SDK that runs here, since the one of the package is not compiled ahead, and no editor runs that.</summary>
internal static class SdkCompiler
{
    /// <summary>From here on, what asks for the compiler gets that one.</summary>
    public static void Use(string root)
    {
        var sdk = Program.Run("dotnet", root, "--version").Trim();
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var folder = Path.Combine(Path.GetFullPath(Path.Combine(shared, "..", "..", "..")), "sdk", sdk, "Roslyn", "bincore");
        AssemblyLoadContext.Default.Resolving += (context, name) => Found(Path.Combine(folder, name.Name + ".dll"), context);
    }

    private static Assembly? Found(string path, AssemblyLoadContext context) => File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
}
