using System.Reflection;
using System.Runtime.Loader;

namespace Migrations.Build.Builder.Reading.Loading;

/// <summary>
/// Where the user's assembly and its dependencies live. FluentMigrator and the framework are the builder's own, whatever version
/// the user compiled with: a second copy of FluentMigrator would have other types, and no class would be a migration.
/// Not collectible: that made everything here seventeen times slower.
/// </summary>
internal sealed class UserContext(string assembly, References references) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly), isCollectible: false)
{
    private readonly string _folder = Path.GetDirectoryName(assembly)!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (name.StartsWith("FluentMigrator", StringComparison.Ordinal) && Own(name) is { } shared)
        {
            return shared;
        }

        if (Framework.Holds(name) && !IsNewer(references.Find(name), name))
        {
            return null;
        }

        var path = references.Find(name) ?? Beside(name) ?? Framework.FindShared(name) ?? references.FindBeside(name);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    private static Assembly? Own(string name)
    {
        try
        {
            return Default.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static bool IsNewer(string? reference, string name) =>
        reference is not null && AssemblyName.GetAssemblyName(reference).Version > Default.LoadFromAssemblyName(new AssemblyName(name)).GetName().Version;

    private string? Beside(string name)
    {
        var path = Path.Combine(_folder, name + ".dll");
        return File.Exists(path) ? path : null;
    }
}
