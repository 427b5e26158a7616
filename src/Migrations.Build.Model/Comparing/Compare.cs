using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Comparing;

/// <summary>
/// Compares two schemas object by object. Names are told apart as the engine does; what something opaque may have touched is not judged.
/// </summary>
public static class Compare
{
    /// <summary>The differences, in the order schemas, tables with their parts, views, triggers, sequences; empty for equal schemas.</summary>
    public static Items<Difference> Schemas(Schema expected, Schema actual)
    {
        var dialect = expected.Dialect;
        var parts = new Parts(dialect, expected.Touched || actual.Touched);
        return parts.Of("schema", expected.Schemas, actual.Schemas, s => s, _ => "")
            .Concat(Tables(expected, actual, parts))
            .Concat(parts.Of("view", expected.Views, actual.Views, v => dialect.Resolve(v.Name).ToString(), v => Text(v.Text), v => SqlForm.Of(v.Text, dialect)))
            .Concat(parts.Of("trigger", expected.Triggers, actual.Triggers, t => dialect.Resolve(t.Name).ToString(), t => Text(t.Text), t => SqlForm.Of(t.Text, dialect)))
            .Concat(parts.Of("sequence", expected.Sequences, actual.Sequences, s => dialect.Resolve(s.Name).ToString(), s => ShortText.Of(s.Definition)))
            .ToItems();
    }

    /// <summary>Whether two schemas are equal: nothing differs but the order of columns.</summary>
    public static bool Equal(Schema expected, Schema actual) => Schemas(expected, actual).All(d => d.Kind == DifferenceKind.Reordered);

    private static IEnumerable<Difference> Tables(Schema expected, Schema actual, Parts parts)
    {
        // Most tables of two schemas of one history are one and the same object at one place: these need no search.
        bool Shared(int i) => i < expected.Tables.Count && i < actual.Tables.Count && ReferenceEquals(expected.Tables[i], actual.Tables[i]);
        foreach (var table in expected.Tables.Where((_, i) => !Shared(i)))
        {
            var there = actual.Tables.Find(table.Name);
            if (table.Touched || there is { Touched: true } || table.Equals(there))
            {
                continue;
            }

            var differences = there is null
                ? [new Difference(DifferenceKind.Missing, "table", table.Name.ToString(), Text(table), null)]
                : TableDifferences.Of(table, there, expected.Dialect);
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }

        foreach (var table in actual.Tables.Where((t, i) => !parts.Unknown && !t.Touched && !Shared(i)).Where(t => expected.Tables.Find(t.Name) is null))
        {
            yield return new Difference(DifferenceKind.Extra, "table", table.Name.ToString(), null, Text(table));
        }
    }

    private static string Text(Table table) => "(" + string.Join(", ", table.Columns.Select(c => c.Name)) + ")";

    /// <summary>A statement without the difference that line ends and indentation make.</summary>
    private static string Text(string statement) => string.Join(" ", statement.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
