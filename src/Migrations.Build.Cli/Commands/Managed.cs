using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Migrations.Build.Cli.Commands;

/// <summary>This program as it runs under .NET, which lies beside the one that was compiled natively: only that can load the code of a bundle.</summary>
internal static class Managed
{
    /// <summary>Lets it take the place of this process, with the same arguments, environment, streams and process id. It returns where this already runs under .NET.</summary>
    /// <exception cref="IOException">No .NET is found that can run it.</exception>
    public static void TakeOver(CancellationToken cancel)
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            return;
        }

        var dotnet = Hosts().FirstOrDefault(IsUsable)
            ?? throw Failed($"'dotnet' was not found with .NET {Environment.Version.Major} or newer", "Install that, or name its folder in DOTNET_ROOT.");
        // The other program listens to signals from its start on; what came until now was meant for this one.
        cancel.ThrowIfCancellationRequested();
        string?[] words = [dotnet, "exec", Path.Combine(AppContext.BaseDirectory, "migrations.dll"), .. Environment.GetCommandLineArgs()[1..], null];
        _ = Execute(dotnet, words);
        throw Failed($"'{dotnet}' could not be started ({Marshal.GetLastPInvokeErrorMessage()})", "Correct that, or name the folder of another .NET in DOTNET_ROOT.");
    }

    // Where a program that 'dotnet' made looks, and where a shell does.
    private static IEnumerable<string> Hosts()
    {
        var root = Said("DOTNET_ROOT_X64") ?? Said("DOTNET_ROOT");
        string?[] named = [Path.GetDirectoryName(Said("DOTNET_HOST_PATH")), root, .. (Said("PATH") ?? "").Split(Path.PathSeparator)];
        IEnumerable<string?> usual = root is null ? [.. Registered(), "/usr/share/dotnet", "/usr/lib/dotnet"] : [];
        return named.Concat(usual).Where(f => f is not null && Path.IsPathFullyQualified(f)).Select(f => Path.Combine(f!, "dotnet")).Where(File.Exists);
    }

    private static string? Said(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Registered() =>
        new[] { "/etc/dotnet/install_location_x64", "/etc/dotnet/install_location" }.Where(File.Exists).SelectMany(File.ReadLines);

    private static bool IsUsable(string dotnet)
    {
        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(dotnet, returnFinalTarget: true)?.FullName ?? dotnet)!;
        var frameworks = new DirectoryInfo(Path.Combine(folder, "shared", "Microsoft.NETCore.App"));
        return frameworks.Exists && frameworks.EnumerateDirectories()
            .Any(d => Version.TryParse(d.Name.Split('-')[0], out var version) && version.Major >= Environment.Version.Major);
    }

    private static IOException Failed(string why, string remedy) =>
        new($"What was asked for can run code of the bundle, which needs .NET, and {why}. Nothing was done. {remedy}");

    [DllImport("libc", EntryPoint = "execv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Execute([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPUTF8Str)] string?[] arguments);
}
