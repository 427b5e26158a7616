namespace Migrations.Build.Builder.Reading.Loading;

/// <summary>The folders of the shared frameworks of the running .NET.</summary>
internal static class Framework
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Whether the base framework holds the assembly.</summary>
    public static bool Holds(string name) => File.Exists(Path.Combine(Folder, name + ".dll"));

    /// <summary>The path of an assembly in another shared framework, such as that of ASP.NET, of the same version; null when there is none.</summary>
    public static string? FindShared(string name)
    {
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(Folder));
        return shared is null || !Directory.Exists(shared)
            ? null
            : Directory.GetDirectories(shared).Order(StringComparer.Ordinal)
                .Select(framework => Path.Combine(framework, Path.GetFileName(Folder), name + ".dll"))
                .FirstOrDefault(File.Exists);
    }
}
