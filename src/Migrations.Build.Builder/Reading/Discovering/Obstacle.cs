using System.Reflection;
using System.Runtime.CompilerServices;
using FluentMigrator;
using FluentMigrator.Infrastructure;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>Why FluentMigrator would not run a class that looks like a migration.</summary>
internal static class Obstacle
{
    /// <summary>The reason; null when the class runs, or is nothing that should.</summary>
    public static string? Of(Type type, Markers markers, HashSet<Type> bases)
    {
        if (!typeof(IMigration).IsAssignableFrom(type))
        {
            return markers.Migration is null ? null : "it has a [Migration] attribute and does not derive from a migration class";
        }

        if (type.IsInterface || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        {
            return null;
        }

        return markers.Any ? WithMarker(type) : WithoutMarker(type, bases);
    }

    /// <summary>The constructor that can be called with what there is to hand out; null when there is none.</summary>
    public static ConstructorInfo? UsableConstructor(Type type) =>
        type.GetConstructors().Where(c => c.GetParameters().All(IsAvailable)).OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();

    /// <summary>Why a class that FluentMigrator would run cannot be made by a build; null when it can.</summary>
    public static string? Constructor(Type type) => UsableConstructor(type) is null ? "it has no public constructor that a build can call: " + Wanted(type) : null;

    private static bool IsAvailable(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(IEnumerable<IEmbeddedResourceProvider>) || parameter.ParameterType == typeof(IServiceProvider);

    private static string? WithMarker(Type type) => type switch
    {
        { IsAbstract: true } => "it is abstract",
        { ContainsGenericParameters: true } => "it is generic",
        { IsNested: true, IsVisible: false } => "it, or a class around it, is not public",
        { IsVisible: false } => "it is not public",
        _ => null,
    };

    private static string? WithoutMarker(Type type, HashSet<Type> bases) =>
        type.IsAbstract || bases.Contains(type) || type.ContainsGenericParameters ? null : "it has no [Migration] attribute";

    private static string Wanted(Type type) => type.GetConstructors() is not [var first, ..]
        ? "every constructor is hidden"
        : "it asks for " + string.Join(", ", first.GetParameters().Select(p => "'" + p.ParameterType.Name + "'")) + ", which exists only while a release runs";
}
