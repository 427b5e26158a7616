using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Native.Tests;

/// <summary>The tool, packed from source and installed once for all tests, in a folder with a space.</summary>
internal static class Installed
{
    private static readonly string Folder = Install();

    /// <summary>What a person types.</summary>
    public static string Command { get; } = Path.Combine(Folder, "tools", "migrations");

    /// <summary>The file that it stands for.</summary>
    public static FileInfo File { get; } = (FileInfo)new FileInfo(Command).ResolveLinkTarget(returnFinalTarget: true)!;

    /// <summary>The program beside it, which runs under .NET.</summary>
    public static string Managed { get; } = Path.Combine(File.DirectoryName!, "migrations.dll");

    private static string Install()
    {
        var folder = Directory.CreateTempSubdirectory("migrations tool ").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var feed = Path.Combine(folder, "feed");
        Run.Dotnet(Repository.Root, "pack", "src/Migrations.Build.Cli", "-c", "Release", "-o", feed, "--disable-build-servers", "-v", "q", "-nologo").Succeeded();
        Run.Dotnet(folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages") },
            "tool", "install", "Migrations.Build.Tool", "--tool-path", Path.Combine(folder, "tools"), "--source", feed).Succeeded();
        return folder;
    }
}
