using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>Values that a project gives for columns that made-up ones would not suit (<c>migrations.samples.json</c>).</summary>
public sealed class Samples
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> _byColumn = new(AsciiComparer.IgnoreCase);

    /// <summary>The name that the file has beside a project.</summary>
    public static string FileName => "migrations.samples.json";

    /// <summary>No samples.</summary>
    public static Samples None { get; } = new();

    /// <summary>Every column with samples, as <c>table.column</c>, in order.</summary>
    public IEnumerable<string> Columns => _byColumn.Keys;

    /// <summary>The samples that the text of a file gives.</summary>
    /// <exception cref="FormatException">The text is no object of lists of texts.</exception>
    public static Samples Read(string text)
    {
        var samples = new Samples();
        var root = JsonReader.Read(text.TrimStart('\ufeff'));
        if (root.Kind != JsonKind.Object)
        {
            throw new FormatException("The samples must be an object of columns, each with a list of texts.");
        }

        foreach (var (column, values) in root.Members.Select(m => (m.Key, m.Value)))
        {
            samples._byColumn[column] = values.Kind == JsonKind.Array && values.Elements.Count > 0 && values.Elements.All(e => e.Kind == JsonKind.String) && column.Contains('.', StringComparison.Ordinal)
                ? [.. values.Elements.Select(e => e.Text)]
                : throw new FormatException($"The samples of '{column}' must be a list of at least one text, under the name 'table.column'.");
        }

        return samples;
    }

    /// <summary>The samples of a column; null when there are none.</summary>
    public IReadOnlyList<string>? For(string table, string column) => _byColumn.GetValueOrDefault(table + "." + column);

    /// <summary>The sample number <paramref name="n"/>; where all must be different and none is left, one made from it.</summary>
    internal static string Pick(IReadOnlyList<string> samples, long n, bool distinct)
    {
        var sample = samples[(int)(n % samples.Count)];
        if (!distinct || n < samples.Count)
        {
            return sample;
        }

        var at = sample.IndexOf('@', StringComparison.Ordinal);
        var mark = FormattableString.Invariant($"{n / samples.Count}");
        return at < 0 ? sample + mark : sample[..at] + mark + sample[at..];
    }
}
