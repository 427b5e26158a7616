using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Comparing;

/// <summary>Compares two lists of named objects; where something opaque was at work (<paramref name="Unknown"/>), neither missing nor extra ones are told.</summary>
internal sealed record Parts(Dialect Dialect, bool Unknown)
{
    public IEnumerable<Difference> Of<T>(string subject, IEnumerable<T> expected, IEnumerable<T> actual, Func<T, string> name, Func<T, string> text, Func<T, string>? form = null)
        where T : class
    {
        if (ReferenceEquals(expected, actual))
        {
            yield break;
        }

        // Text tells objects to a person, their form tells them to the engine.
        bool Same(T item, T found) => form is null ? Dialect.Names.Equals(text(item), text(found)) : form(item) == form(found);

        var there = new Dictionary<string, T>(Dialect.Names);
        foreach (var item in actual)
        {
            there[name(item)] = item;
        }

        foreach (var item in expected)
        {
            if (!there.TryGetValue(name(item), out var found))
            {
                if (!Unknown)
                {
                    yield return new(DifferenceKind.Missing, subject, name(item), text(item), null);
                }

                continue;
            }

            there.Remove(name(item));
            if (!ReferenceEquals(item, found) && !item.Equals(found) && !Same(item, found))
            {
                yield return new(DifferenceKind.Changed, subject, name(item), text(item), text(found));
            }
        }

        foreach (var extra in there.Where(_ => !Unknown).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            yield return new(DifferenceKind.Extra, subject, extra.Key, null, text(extra.Value));
        }
    }
}
