using System.Collections.Concurrent;
using System.Reflection;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Canonical;

/// <summary>How a record type is taken apart and put together again; made once for each type.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();
    private readonly ConstructorInfo _constructor;
    private readonly object?[] _absent;
    private readonly ParameterInfo[] _required;
    private readonly Dictionary<PropertyInfo, int> _parameters = [];

    private RecordShape(Type type)
    {
        _constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = _constructor.GetParameters();
        _absent = [.. parameters.Select(p => p.HasDefaultValue ? p.DefaultValue : Absent(p.ParameterType))];
        _required = [.. parameters.Where(IsRequired)];
        Properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetCustomAttribute<NotCanonicalAttribute>() is null)
            .OrderBy(p => p.MetadataToken)];
        foreach (var property in Properties)
        {
            var at = System.Array.FindIndex(parameters, p => string.Equals(p.Name, property.Name, StringComparison.Ordinal));
            if (at >= 0)
            {
                _parameters.Add(property, at);
            }
        }
    }

    public IReadOnlyList<PropertyInfo> Properties { get; }

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, t => new RecordShape(t));

    // A database has one id wherever a person reads it, in a file as on the command line.
    public static string NameOf(Enum member) => member is DatabaseKind database ? Dialect.Of(database).Id : NameOf(member.ToString());

    public static string NameOf(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);

    /// <summary>What a member has that was not written: null, the empty list, or the default of its type.</summary>
    public static object? Absent(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>) ? type.GetProperty(nameof(Items<int>.Empty))!.GetValue(null)
        : type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type)
        : null;

    public object Create(IReadOnlyDictionary<PropertyInfo, object?> values)
    {
        var arguments = (object?[])_absent.Clone();
        foreach (var value in values)
        {
            if (_parameters.TryGetValue(value.Key, out var at))
            {
                arguments[at] = value.Value;
            }
        }

        if (System.Array.Find(_required, p => arguments[p.Position] is null) is { } missing)
        {
            throw new FormatException($"A {_constructor.DeclaringType!.Name} has no {NameOf(missing.Name!)}.");
        }
        var record = _constructor.Invoke(arguments);
        foreach (var value in values)
        {
            if (!_parameters.ContainsKey(value.Key))
            {
                value.Key.SetValue(record, value.Value);
            }
        }

        return record;
    }

    private static bool IsRequired(ParameterInfo parameter) =>
        !parameter.HasDefaultValue && !parameter.ParameterType.IsValueType
        && (Nullability(parameter.GetCustomAttributesData(), "NullableAttribute")
            ?? Nullability(parameter.Member.GetCustomAttributesData(), "NullableContextAttribute")
            ?? Nullability(parameter.Member.DeclaringType!.GetCustomAttributesData(), "NullableContextAttribute")) == 1;

    // The compiler leaves what it knows about null in attributes of which every assembly has its own copy; 1 is "never null".
    private static byte? Nullability(IList<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => string.Equals(a.AttributeType.Name, name, StringComparison.Ordinal))?.ConstructorArguments[0].Value switch
        {
            byte flag => flag,
            IReadOnlyList<CustomAttributeTypedArgument> flags => (byte?)flags[0].Value,
            _ => null,
        };
}
