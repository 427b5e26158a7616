using Microsoft.CodeAnalysis;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>Why FluentMigrator would not run a class that looks like a migration, in the builder's words.</summary>
internal static class Obstacle
{
    /// <summary>The name by which a class is known as a base of others.</summary>
    public static string NameOf(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString();

    /// <summary>The reason; null when the class runs, or is nothing that should.</summary>
    /// <param name="type">The class.</param>
    /// <param name="known">FluentMigrator's types.</param>
    /// <param name="isMarked">Whether it has an attribute that makes a class run.</param>
    public static string? Of(INamedTypeSymbol type, KnownSymbols known, out bool isMarked)
    {
        var attributes = type.GetAttributes();
        var isVersioned = attributes.Any(a => KnownSymbols.Is(a.AttributeClass, known.MigrationAttribute));
        isMarked = isVersioned || attributes.Any(a => KnownSymbols.Is(a.AttributeClass, known.ProfileAttribute) || KnownSymbols.Is(a.AttributeClass, known.MaintenanceAttribute));
        return type.TypeKind != TypeKind.Class ? null
            : !IsMigration(type, known) ? (isVersioned ? "it has a [Migration] attribute and does not derive from a migration class" : null)
            : isMarked ? WithMarker(type)
            : type.IsAbstract || type.IsGenericType || attributes.Any(a => a.AttributeClass?.Name == "CompilerGeneratedAttribute") ? null
            : "it has no [Migration] attribute";
    }

    /// <summary>Whether FluentMigrator would take an object of the class for a migration.</summary>
    public static bool IsMigration(INamedTypeSymbol type, KnownSymbols known) => type.AllInterfaces.Contains(known.Migration, SymbolEqualityComparer.Default);

    private static string? WithMarker(INamedTypeSymbol type) =>
        type.IsAbstract ? "it is abstract"
        : type.IsGenericType ? "it is generic"
        : IsExported(type) ? null
        : type.ContainingType is null ? "it is not public" : "it, or a class around it, is not public";

    private static bool IsExported(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsExported(type.ContainingType));
}
