namespace Migrations.Build.Package.Tests.Infra;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Migrations.Build.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
