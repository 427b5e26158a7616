using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Migrations.Build.Model.Canonical;

/// <summary>
/// Records to JSON and back, the same way for every record: members in the order of their declaration,
/// what is null, false, zero or empty left out, a derived record told apart by <c>is</c>.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = RecordShape.WhyKept)]
public static class RecordJson
{
    private const string Discriminator = "is";
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Type>> Kinds = new();
    private static readonly ConcurrentDictionary<Type, Dictionary<string, object>> Members = new();
    private static readonly ConcurrentDictionary<Type, IItems> Lists = new();
    private static readonly ConcurrentDictionary<Type, Type> Elements = new();

    /// <summary>The record as JSON.</summary>
    public static Json Write(object record) => Write(record, record.GetType());

    /// <summary>The record that the JSON tells of.</summary>
    /// <exception cref="FormatException">The JSON is not of the record's shape.</exception>
    public static T Read<T>(Json json) => (T)(Read(json, typeof(T)) ?? throw new FormatException($"A JSON null is no {typeof(T).Name}."));

    private static Json Write(object? value, Type declared) => value switch
    {
        null => Json.Null,
        string text => Json.Of(text),
        bool flag => Json.Of(flag),
        int number => Json.Of(number),
        long number => Json.Of(number),
        Enum member => Json.Of(RecordShape.NameOf(member)),
        IEnumerable list => WriteList(list, Elements.GetOrAdd(declared, t => t.GetGenericArguments()[0])),
        _ => WriteRecord(value, declared),
    };

    private static Json WriteList(IEnumerable list, Type element) => Json.Array(list.Cast<object?>().Select(e => Write(e, element)));

    private static Json WriteRecord(object record, Type declared)
    {
        var members = new List<KeyValuePair<string, Json>>();
        if (declared.IsAbstract)
        {
            members.Add(new(Discriminator, Json.Of(RecordShape.NameOf(record.GetType().Name))));
        }

        foreach (var member in RecordShape.Of(record.GetType()).Members)
        {
            var value = member.Property.GetValue(record);
            if (!IsAbsent(value, member.Property.PropertyType))
            {
                members.Add(new(member.Name, Write(value, member.Property.PropertyType)));
            }
        }

        return Json.Object(members);
    }

    private static bool IsAbsent(object? value, Type declared) => value switch
    {
        null => true,
        false or 0 or 0L => System.Nullable.GetUnderlyingType(declared) is null,
        IEnumerable list and not string => !list.GetEnumerator().MoveNext(),
        _ => false,
    };

    private static object? Read(Json json, Type declared)
    {
        var type = System.Nullable.GetUnderlyingType(declared) ?? declared;
        return json.Kind switch
        {
            JsonKind.String when type == typeof(string) => json.Text,
            JsonKind.String when type.IsEnum => ReadEnum(json.Text, type),
            JsonKind.Boolean when type == typeof(bool) => json.Text == "true",
            JsonKind.Number when type == typeof(int) && int.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            JsonKind.Number when type == typeof(long) && long.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            JsonKind.Array when IsList(type) => ReadList(json, Lists.GetOrAdd(type, t => (IItems)RecordShape.Absent(t)!)),
            JsonKind.Object when type.IsClass && type != typeof(string) && !IsList(type) => ReadRecord(json, type),
            _ => throw new FormatException($"A JSON {json.Kind} cannot be read as {type.Name}."),
        };
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>);

    private static object ReadEnum(string text, Type type) =>
        Members.GetOrAdd(type, MembersOf).TryGetValue(text, out var member) ? member : throw new FormatException($"'{text}' is no {type.Name}.");

    private static Dictionary<string, object> MembersOf(Type type) =>
        Enum.GetNames(type).Select(n => Enum.Parse(type, n)).ToDictionary(m => RecordShape.NameOf((Enum)m), StringComparer.Ordinal);

    private static IItems ReadList(Json json, IItems empty)
    {
        var array = empty.NewArray(json.Elements.Count);
        var element = array.GetType().GetElementType()!;
        for (var i = 0; i < array.Length; i++)
        {
            array.SetValue(Read(json.Elements[i], element) ?? throw new FormatException($"A JSON null is no {element.Name}."), i);
        }

        return empty.With(array);
    }

    private static object ReadRecord(Json json, Type declared)
    {
        var type = declared.IsAbstract ? Derived(json, declared) : declared;
        var shape = RecordShape.Of(type);
        var values = new object?[shape.Members.Length];
        var known = declared.IsAbstract ? 1 : 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (json[shape.Members[i].Name] is { } member)
            {
                known++;
                values[i] = Read(member, shape.Members[i].Property.PropertyType);
            }
        }

        return known == json.Members.Count ? shape.Create(values) : throw new FormatException($"A member of {type.Name} is not known.");
    }

    private static Type Derived(Json json, Type declared) =>
        json[Discriminator] is { Kind: JsonKind.String } name && Kinds.GetOrAdd(declared, KindsOf).TryGetValue(name.Text, out var type)
            ? type
            : throw new FormatException($"The JSON names no kind of {declared.Name}.");

    private static Dictionary<string, Type> KindsOf(Type declared) =>
        declared.Assembly.GetTypes().Where(t => !t.IsAbstract && declared.IsAssignableFrom(t)).ToDictionary(t => RecordShape.NameOf(t.Name), StringComparer.Ordinal);
}
