using System.Collections.Concurrent;
using System.Reflection;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Canonical;

/// <summary>How a record type is taken apart and put together again; made once for each type.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();
    private readonly Type _type;
    private readonly ConstructorInfo? _constructor;
    private readonly object?[] _absent;
    private readonly Dictionary<PropertyInfo, int> _parameters = [];
    private readonly List<PropertyInfo> _needed = [];

    private RecordShape(Type type)
    {
        _type = type;
        _constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var parameters = _constructor?.GetParameters() ?? [];
        _absent = [.. parameters.Select(p => p.HasDefaultValue ? p.DefaultValue : Absent(p.ParameterType))];
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

            // An enumeration that a constructor asks for is always written; one added later as a property may be missing in an older text.
            if (Nullability.MustBe(property) || (at >= 0 && property.PropertyType.IsEnum && !parameters[at].HasDefaultValue))
            {
                _needed.Add(property);
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

    /// <summary>The record with the given members, the others absent.</summary>
    /// <exception cref="FormatException">A member that must be there is not.</exception>
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

        var record = Construct(arguments);
        foreach (var value in values)
        {
            if (!_parameters.ContainsKey(value.Key))
            {
                value.Key.SetValue(record, value.Value);
            }
        }

        var missing = _needed.Find(p => p.PropertyType.IsEnum ? !values.ContainsKey(p) : p.GetValue(record) is null);
        return missing is null ? record : throw new FormatException($"{_type.Name} needs a member '{NameOf(missing.Name)}'.");
    }

    private object Construct(object?[] arguments)
    {
        try
        {
            return _constructor?.Invoke(arguments) ?? throw new FormatException($"{_type.Name} cannot be read.");
        }
        catch (TargetInvocationException e)
        {
            throw new FormatException($"{_type.Name} cannot be made of these members.", e.InnerException);
        }
    }
}
