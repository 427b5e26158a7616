using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Canonical;

/// <summary>How a record type is taken apart and put together again; made once for each type.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = WhyKept)]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = WhyKept)]
internal sealed class RecordShape
{
    /// <summary>Why reflection finds what it looks for in a program that was compiled natively, too.</summary>
    internal const string WhyKept = "The native program roots the model and the bundle, and the one record beside them; its tests compare what it reads and writes with what is under .NET.";

    private static readonly bool HasTokens = FindsTokens();
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();
    private readonly Type _type;
    private readonly ConstructorInfo? _constructor;
    private readonly object?[] _absent;

    private RecordShape(Type type)
    {
        _type = type;
        _constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var parameters = _constructor?.GetParameters() ?? [];
        _absent = [.. parameters.Select(p => p.HasDefaultValue ? p.DefaultValue : Absent(p.ParameterType))];
        Members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.GetCustomAttribute<NotCanonicalAttribute>() is null)
            .OrderBy(TokenOf)
            .Select(p => MemberOf(p, parameters))];
    }

    /// <summary>The members in the order of their declaration.</summary>
    public RecordMember[] Members { get; }

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, t => new RecordShape(t));

    // A database has one id wherever a person reads it, in a file as on the command line.
    public static string NameOf(Enum member) => member is DatabaseKind database ? Dialect.Of(database).Id : NameOf(member.ToString());

    public static string NameOf(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);

    /// <summary>What a member has that was not written: null, the empty list, or the default of its type.</summary>
    public static object? Absent(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>) ? type.GetProperty(nameof(Items<int>.Empty))!.GetValue(null)
        : type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type)
        : null;

    /// <summary>The record with the given members, each at its place in <see cref="Members"/>; null stands for one that is absent.</summary>
    /// <exception cref="FormatException">A member that must be there is not.</exception>
    public object Create(object?[] values)
    {
        var arguments = (object?[])_absent.Clone();
        for (var i = 0; i < values.Length; i++)
        {
            if (Members[i].Parameter >= 0 && values[i] is { } value)
            {
                arguments[Members[i].Parameter] = value;
            }
        }

        var record = Construct(arguments);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null)
            {
                Require(Members[i], record);
            }
            else if (Members[i].Parameter < 0)
            {
                Members[i].Property.SetValue(record, values[i]);
            }
        }

        return record;
    }

    // Natively compiled there are no tokens, and reflection gives the order of the declaration: no record inherits members from another.
    private static int TokenOf(PropertyInfo property) => HasTokens ? property.MetadataToken : 0;

    private static bool FindsTokens()
    {
        try
        {
            return typeof(RecordMember).GetProperty(nameof(RecordMember.Name))!.MetadataToken > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static RecordMember MemberOf(PropertyInfo property, ParameterInfo[] parameters)
    {
        var at = System.Array.FindIndex(parameters, p => string.Equals(p.Name, property.Name, StringComparison.Ordinal));

        // An enumeration that a constructor asks for is always written; one added later as a property may be missing in an older text.
        var isNeeded = Nullability.MustBe(property) || (at >= 0 && property.PropertyType.IsEnum && !parameters[at].HasDefaultValue);
        return new(NameOf(property.Name), property, at, isNeeded);
    }

    private void Require(RecordMember member, object record)
    {
        if (member.IsNeeded && (member.Property.PropertyType.IsEnum || member.Property.GetValue(record) is null))
        {
            throw new FormatException($"{_type.Name} needs a member '{member.Name}'.");
        }
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
