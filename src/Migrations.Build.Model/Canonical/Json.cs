using System.Globalization;

namespace Migrations.Build.Model.Canonical;

/// <summary>A JSON value as a tree.</summary>
public sealed class Json
{
    private Json(JsonKind kind) => Kind = kind;

    /// <summary>The null value.</summary>
    public static Json Null { get; } = new(JsonKind.Null);

    /// <summary>What the value is.</summary>
    public JsonKind Kind { get; }

    /// <summary>The text of a string or number; <c>true</c> or <c>false</c>.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<Json> Elements { get; private init; } = [];

    /// <summary>The members of an object, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, Json>> Members { get; private init; } = [];

    /// <summary>The member of the given name; null when there is none.</summary>
    public Json? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (string.Equals(member.Key, name, StringComparison.Ordinal))
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    /// <summary>A string.</summary>
    public static Json Of(string text) => new(JsonKind.String) { Text = text };

    /// <summary>A truth value.</summary>
    public static Json Of(bool value) => new(JsonKind.Boolean) { Text = value ? "true" : "false" };

    /// <summary>A whole number.</summary>
    public static Json Of(long number) => Number(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number, given as JSON text.</summary>
    public static Json Number(string text) => new(JsonKind.Number) { Text = text };

    /// <summary>An array.</summary>
    public static Json Array(IEnumerable<Json> elements) => new(JsonKind.Array) { Elements = elements.ToArray() };

    /// <summary>An object.</summary>
    public static Json Object(IEnumerable<KeyValuePair<string, Json>> members) => new(JsonKind.Object) { Members = members.ToArray() };
}
