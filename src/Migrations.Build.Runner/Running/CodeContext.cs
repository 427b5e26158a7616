using System.Reflection;
using System.Runtime.Loader;

namespace Migrations.Build.Runner.Running;

/// <summary>Loads the assemblies under a bundle's <c>code/</c>. Drivers are shared, since the code is handed a connection of ours.</summary>
internal sealed class CodeContext(Func<string, byte[]?> bytes) : AssemblyLoadContext("bundle")
{
    private static readonly string[] Shared = ["Microsoft.Data.Sqlite", "SQLitePCLRaw"];

    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The assembly of the given name from the bundle.</summary>
    public Assembly LoadFromBundle(string name) => Find(name) ?? throw new FileNotFoundException(name);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && !Array.Exists(Shared, s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase)) ? Find(name) : null;

    private Assembly? Find(string name)
    {
        if (!_loaded.TryGetValue(name, out var assembly) && bytes(name) is { } content)
        {
            assembly = LoadFromStream(new MemoryStream(content, writable: false));
            _loaded.Add(name, assembly);
        }

        return assembly;
    }
}
