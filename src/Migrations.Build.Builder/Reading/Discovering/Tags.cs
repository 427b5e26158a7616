using FluentMigrator;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>The tags of a class: its own, its base classes' and its interfaces', as FluentMigrator gathers them.</summary>
internal static class Tags
{
    /// <summary>The tags of a class.</summary>
    public static IReadOnlyList<TagsAttribute> Of(Type type) =>
        [.. type.GetInterfaces().Prepend(type).SelectMany(t => t.GetCustomAttributes(typeof(TagsAttribute), inherit: true)).Cast<TagsAttribute>()];
}
