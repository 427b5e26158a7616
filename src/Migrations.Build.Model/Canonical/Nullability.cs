using System.Collections.ObjectModel;
using System.Reflection;

namespace Migrations.Build.Model.Canonical;

/// <summary>Reads what the compiler noted of nullable references: there is no API for it on netstandard2.0.</summary>
internal static class Nullability
{
    private const string Own = "System.Runtime.CompilerServices.NullableAttribute";
    private const string Context = "System.Runtime.CompilerServices.NullableContextAttribute";
    private const byte NotNull = 1;

    /// <summary>Whether a property is a reference that must not be null.</summary>
    public static bool MustBe(PropertyInfo property) =>
        !property.PropertyType.IsValueType && (Flag(property, Own) ?? ContextOf(property.DeclaringType)) == NotNull;

    private static byte? ContextOf(Type? type) => type is null ? null : Flag(type, Context) ?? ContextOf(type.DeclaringType);

    private static byte? Flag(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.FullName == attribute)?.ConstructorArguments[0].Value switch
        {
            byte flag => flag,
            ReadOnlyCollection<CustomAttributeTypedArgument> { Count: > 0 } flags => (byte?)flags[0].Value,
            _ => null,
        };
}
