using Migrations.Build.Model;

namespace Migrations.Build.Builder.Reading.Loading;

/// <summary>The run-time assemblies that the build hands over, found by simple name.</summary>
internal sealed class References
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The references with the given paths; of several with one name the first counts.</summary>
    public References(Items<string> paths)
    {
        foreach (var path in paths)
        {
            _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }
    }

    /// <summary>The path of the assembly with the given simple name; null when it is not among them.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name) is { } path && File.Exists(path) ? path : null;
}
