using Migrations.Build.Model;

namespace Migrations.Build.Builder.Reading.Loading;

/// <summary>
/// The assemblies that the build hands over, found by simple name: those that the project runs with, and behind them those that it
/// is compiled with, which a host may supply when it runs.
/// </summary>
internal sealed class References
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<string[]> _folders;

    /// <summary>The references with the given paths; of several with one name the first that can be loaded counts.</summary>
    public References(Items<string> paths)
    {
        foreach (var path in paths.Select(Loadable).OfType<string>())
        {
            _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }

        _folders = new(() => [.. _paths.Values.Select(p => Path.GetDirectoryName(p)!).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The path of the assembly with the given simple name; null when it is not among them.</summary>
    public string? Find(string name) => _paths.GetValueOrDefault(name) is { } path && File.Exists(path) ? path : null;

    /// <summary>The path of an assembly that lies beside one of them, as what a host's own assembly needs lies beside it; null when there is none.</summary>
    public string? FindBeside(string name) => _folders.Value.Select(f => Path.Combine(f, name + ".dll")).FirstOrDefault(File.Exists);

    // A package may be compiled against assemblies without code, in a folder 'ref'; the ones with code then lie in 'lib'.
    private static string? Loadable(string path)
    {
        var reference = $"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}";
        return !path.Contains(reference, StringComparison.OrdinalIgnoreCase) ? path
            : path.Replace(reference, reference.Replace("ref", "lib", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) is var library && File.Exists(library) ? library
            : null;
    }
}
