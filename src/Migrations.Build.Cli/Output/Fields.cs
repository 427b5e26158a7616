using System.Globalization;
using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Cli.Output;

/// <summary>The members of a JSON object, in order; what is not known is there as null, so that the shape is always the same.</summary>
internal sealed class Fields
{
    private readonly List<KeyValuePair<string, Json>> _members = [];

    public Fields With(string name, Json value)
    {
        _members.Add(new(name, value));
        return this;
    }

    public Fields With(string name, string? value) => With(name, value is null ? Json.Null : Json.Of(value));

    public Fields With(string name, long? value) => With(name, value is { } number ? Json.Of(number) : Json.Null);

    public Fields With(string name, bool value) => With(name, Json.Of(value));

    public Fields With(string name, DateTimeOffset? value) => With(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public Fields With(string name, TimeSpan value) => With(name, (long)value.TotalMilliseconds);

    public Fields With<T>(string name, IEnumerable<T> values, Func<T, Json> write) => With(name, Json.Array(values.Select(write)));

    public Fields With(Fields more)
    {
        _members.AddRange(more._members);
        return this;
    }

    public Json ToJson() => Json.Object(_members);
}
