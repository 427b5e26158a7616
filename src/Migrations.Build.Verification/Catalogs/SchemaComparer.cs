using Migrations.Build.Model.Databases;

namespace Migrations.Build.Verification.Catalogs;

/// <summary>Compares what a database holds at two moments, object by object. The order of columns does not count, nor how a statement is written.</summary>
internal static class SchemaComparer
{
    /// <summary>What is different in <paramref name="now"/>, each as a part of a sentence; the functions give the form of a table whose text differs.</summary>
    public static IReadOnlyList<string> Compare(SchemaState before, Func<string, TableForm?> was, SchemaState now, Func<string, TableForm?> current)
    {
        var differences = new List<string>();
        var found = now.Objects.ToDictionary(o => (o.Type, AsciiComparer.Upper(o.Name)));
        foreach (var old in before.Objects)
        {
            if (!found.Remove((old.Type, AsciiComparer.Upper(old.Name)), out var same))
            {
                differences.Add($"{old.Type} '{old.Name}' is missing");
            }
            else if (!string.Equals(old.Sql, same.Sql, StringComparison.Ordinal))
            {
                differences.AddRange(Compare(old, was, same, current));
            }
        }

        differences.AddRange(found.Values.Select(o => $"{o.Type} '{o.Name}' is left over"));
        return differences;
    }

    private static IEnumerable<string> Compare(SchemaObject old, Func<string, TableForm?> was, SchemaObject now, Func<string, TableForm?> current) =>
        old.HoldsRows && was(old.Name) is { } a && current(now.Name) is { } b ? a.Compare(b)
        : string.Equals(SqlForm.Of(old.Sql ?? ""), SqlForm.Of(now.Sql ?? ""), StringComparison.Ordinal) ? []
        : [$"{old.Type} '{old.Name}' is defined in another way"];
}
