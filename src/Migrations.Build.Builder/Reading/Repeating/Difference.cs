using System.Collections;
using System.Reflection;
using Migrations.Build.Builder.Reading.Extracting;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Repeating;

/// <summary>The first difference between two readings, and the step of the first one that it is about.</summary>
internal sealed record Difference(string What, Place? Place)
{
    /// <summary>The first difference; null when there is none.</summary>
    public static Difference? Between(Passage first, Passage second)
    {
        if (first.Thrown is null != second.Thrown is null)
        {
            var thrown = (first.Thrown ?? second.Thrown)!;
            return new($"an exception in only one of two readings ({ThrownText.Of(thrown)})", null);
        }

        var count = Math.Min(first.Steps.Count, second.Steps.Count);
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (first.Steps[i].Operation, second.Steps[i].Operation);
            if (!a.Equals(b))
            {
                return new($"another {Part(a, b)} each time", first.Steps[i].Place);
            }
        }

        return first.Steps.Count == second.Steps.Count
            ? null
            : new($"{first.Steps.Count} operations and then {second.Steps.Count}", first.Steps.Count > count ? first.Steps[count].Place : null);
    }

    private static string Part(Operation a, Operation b)
    {
        if (a.GetType() != b.GetType())
        {
            return $"operation ('{a.GetType().Name}' and '{b.GetType().Name}')";
        }

        var subject = SubjectOf(a) is { } table ? $" of '{a.GetType().Name}' on '{table}'" : $" of '{a.GetType().Name}'";
        return Path(a, b) + subject;
    }

    private static string? SubjectOf(Operation operation) => operation.GetType().GetProperty("Table")?.GetValue(operation)?.ToString();

    // Walks down to the innermost part that differs, and names the column it belongs to.
    private static string Path(object a, object b)
    {
        foreach (var property in a.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract"))
        {
            var (x, y) = (property.GetValue(a), property.GetValue(b));
            if (!Equals(x, y))
            {
                return Inside(property.Name, x, y) ?? Named(a, property.Name);
            }
        }

        return "content";
    }

    private static string? Inside(string name, object? x, object? y) => (x, y) switch
    {
        (null, _) or (_, null) or (string, _) or (ValueType, _) => null,
        (IEnumerable a, IEnumerable b) => InList(name, [.. a.Cast<object>()], [.. b.Cast<object>()]),
        (Value, Value) => null,
        (TableName, TableName) => null,
        _ => Path(x, y),
    };

    private static string InList(string name, object[] a, object[] b)
    {
        var at = Enumerable.Range(0, Math.Min(a.Length, b.Length)).FirstOrDefault(i => !a[i].Equals(b[i]), -1);
        return at < 0 ? $"number of {name.ToLowerInvariant()}" : Inside(name, a[at], b[at]) ?? name.ToLowerInvariant();
    }

    private static string Named(object holder, string property) => holder switch
    {
        Cell cell => $"value of column '{cell.Column}'",
        Column column => $"{property.ToLowerInvariant()} of column '{column.Name}'",
        _ => property.ToLowerInvariant(),
    };
}
