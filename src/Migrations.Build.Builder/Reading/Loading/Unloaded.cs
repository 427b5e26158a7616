using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Migrations.Build.Builder.Reading.Loading;

/// <summary>The types that could not be loaded, such as those that Visual Basic adds to each assembly for a .NET that is not running.</summary>
internal static class Unloaded
{
    /// <summary>Whether one of them may be a migration: it has an attribute that is none of the framework's.</summary>
    public static bool MayHoldMigrations(string assembly, IEnumerable<Type> loaded)
    {
        var known = loaded.Select(t => t.MetadataToken).ToHashSet();
        using var image = new PEReader(new MemoryStream(File.ReadAllBytes(assembly)));
        var metadata = image.GetMetadataReader();
        return metadata.TypeDefinitions
            .Where(t => !known.Contains(MetadataTokens.GetToken(t)))
            .SelectMany(t => metadata.GetTypeDefinition(t).GetCustomAttributes())
            .Any(a => !IsOfFramework(NamespaceOf(metadata.GetCustomAttribute(a).Constructor, metadata)));
    }

    private static string NamespaceOf(EntityHandle constructor, MetadataReader metadata) => constructor.Kind switch
    {
        HandleKind.MethodDefinition => metadata.GetString(metadata.GetTypeDefinition(metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()).Namespace),
        HandleKind.MemberReference when metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type =>
            metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Namespace),
        _ => "",
    };

    private static bool IsOfFramework(string space) =>
        space is "System" or "Microsoft" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal);
}
