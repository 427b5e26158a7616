using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Loading;

/// <summary>The assemblies that code steps need: the user's own and all that it refers to, but for the framework's.</summary>
internal static class CodeFiles
{
    /// <summary>The files, by name; none when no migration has a code step.</summary>
    public static Items<CodeFile> Of(History history, string assembly, References references)
    {
        var isNeeded = history.Migrations.SelectMany(m => m.Scripts).Any(s => s.Up.Concat(s.Down).Any(step => step.Operation is CodeStep));
        if (!isNeeded)
        {
            return Items<CodeFile>.Empty;
        }

        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        Add(assembly, references, files);
        return files.Select(f => new CodeFile(f.Key, f.Value)).ToItems();
    }

    private static void Add(string path, References references, SortedDictionary<string, byte[]> files)
    {
        var bytes = File.ReadAllBytes(path);
        if (!files.TryAdd(Path.GetFileName(path), bytes))
        {
            return;
        }

        foreach (var name in ReferencesOf(bytes))
        {
            if (references.Find(name) is { } reference)
            {
                Add(reference, references, files);
            }
        }
    }

    private static IEnumerable<string> ReferencesOf(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
