using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Reading.Places;

/// <summary>The lines of an assembly's methods, from its portable PDB: a file beside it, or embedded. Without one, no place is known.</summary>
internal sealed class Symbols
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md#type-definition-documents-c-compiler
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");
    private readonly MetadataReader? _reader;
    private readonly PathMap _paths;
    private readonly Dictionary<int, SequencePoint[]> _points = [];
    private readonly Dictionary<DocumentHandle, string> _files = [];
    private readonly Lazy<Dictionary<string, string>> _hashes;

    private Symbols(MetadataReader? reader, PathMap paths) => (_reader, _paths, _hashes) = (reader, paths, new(Hashes));

    /// <summary>The symbols of the assembly at a path; the files that they name are where they are on this machine.</summary>
    public static Symbols Open(string assembly, PathMap paths)
    {
        try
        {
            // The whole image: the embedded form must outlive the file.
            using var image = new PEReader(File.OpenRead(assembly), PEStreamOptions.PrefetchEntireImage);
            return image.TryOpenAssociatedPortablePdb(assembly, Beside, out var provider, out _)
                ? new(provider!.GetMetadataReader(), paths)
                : new(null, paths);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return new(null, paths);
        }
    }

    /// <summary>The place of an instruction; null when the symbols do not tell.</summary>
    public Place? Find(int method, int offset)
    {
        var points = PointsOf(method);
        var at = Array.FindLastIndex(points, p => p.Offset <= offset);
        return at < 0 ? null : PlaceOf(points[at]);
    }

    /// <summary>The place where a method begins; null when the symbols do not tell.</summary>
    public Place? Find(MethodBase? method) => method is null || PointsOf(method.MetadataToken) is not [var first, ..] ? null : PlaceOf(first);

    /// <summary>The place of a class: its first method in the source, or else its file.</summary>
    public Place? Find(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var first = type.GetMethods(own).Concat<MethodBase>(type.GetConstructors(own))
            .Select(Find).OfType<Place>()
            .OrderBy(p => p.Line).ThenBy(p => p.Column).FirstOrDefault() ?? FileOf(type);
        return first is null ? null : first with { IsOfClass = true };
    }

    /// <summary>The hash that the compiler noted of the file at a place; null when the symbols do not tell.</summary>
    public string? HashOf(Place? place) => place is null ? null : _hashes.Value.GetValueOrDefault(place.File);

    // The compiler notes the file of a class without any code.
    private Place? FileOf(Type type)
    {
        if (_reader is null)
        {
            return null;
        }

        var note = _reader.GetCustomDebugInformation(MetadataTokens.EntityHandle(type.MetadataToken))
            .Select(_reader.GetCustomDebugInformation)
            .Where(n => _reader.GetGuid(n.Kind) == TypeDefinitionDocuments)
            .Select(n => (BlobHandle?)n.Value)
            .FirstOrDefault();
        return note is null ? null : new(NameOf(MetadataTokens.DocumentHandle(_reader.GetBlobReader(note.Value).ReadCompressedInteger())), 0, 0);
    }

    private Dictionary<string, string> Hashes() => _reader is null ? [] : _reader.Documents
        .Where(d => !_reader.GetDocument(d).Hash.IsNil)
        .GroupBy(NameOf, d => Convert.ToHexStringLower(_reader.GetBlobBytes(_reader.GetDocument(d).Hash)))
        .ToDictionary(g => g.Key, g => g.First());

    private static FileStream? Beside(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private SequencePoint[] PointsOf(int method)
    {
        if (_reader is null)
        {
            return [];
        }

        if (!_points.TryGetValue(method, out var points))
        {
            var handle = ((MethodDefinitionHandle)MetadataTokens.EntityHandle(method)).ToDebugInformationHandle();
            points = _reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(p => !p.IsHidden).ToArray();
            _points.Add(method, points);
        }

        return points;
    }

    private Place PlaceOf(SequencePoint point) => new(NameOf(point.Document), point.StartLine, point.StartColumn);

    private string NameOf(DocumentHandle document)
    {
        if (!_files.TryGetValue(document, out var file))
        {
            file = _paths.Find(_reader!.GetString(_reader.GetDocument(document).Name));
            _files.Add(document, file);
        }

        return file;
    }
}
