using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Migrations.Build.Cli.Commands;

/// <summary>This program as it runs under .NET, which lies beside the one that was compiled natively: only that can load the code of a bundle.</summary>
internal static class Managed
{
    /// <summary>Lets it take the place of this process, with the same arguments, environment and streams. It returns where this already runs under .NET.</summary>
    /// <exception cref="IOException">No .NET is found.</exception>
    public static void TakeOver()
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            return;
        }

        string[] words = ["exec", Path.Combine(AppContext.BaseDirectory, "migrations.dll"), .. Environment.GetCommandLineArgs()[1..]];
        foreach (var dotnet in Hosts())
        {
            // Returns only if there is no such program.
            _ = Execute(dotnet, [dotnet, .. words, null]);
        }

        throw new IOException("What was asked for can run code of the bundle, which needs the .NET runtime, and 'dotnet' was not found. Nothing was done. Install .NET 10 or newer, or name its folder in DOTNET_ROOT.");
    }

    private static IEnumerable<string> Hosts()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host)
        {
            yield return host;
        }

        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return Path.Combine(root, "dotnet");
        }

        yield return "dotnet";
    }

    [DllImport("libc", EntryPoint = "execvp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Execute([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPUTF8Str)] string?[] arguments);
}
