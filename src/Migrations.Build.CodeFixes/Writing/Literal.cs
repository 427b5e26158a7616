using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.CodeFixes.Writing;

/// <summary>Writes values as C#.</summary>
internal static class Literal
{
    /// <summary>A text.</summary>
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Texts, with commas between them.</summary>
    public static string Of(IEnumerable<string> texts) => string.Join(", ", texts.Select(Of));

    /// <summary>A value.</summary>
    /// <exception cref="UnwritableException">It is not known.</exception>
    public static string Of(Value value) => (value.Kind, value.Text!) switch
    {
        (ValueKind.Null, _) => "(object)null",
        (ValueKind.Text, var text) => Of(text),
        (ValueKind.AnsiText, var text) => $"new NonUnicodeString({Of(text)})",
        (ValueKind.Boolean, var text) => text,
        (ValueKind.Integer, var text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text + "L" : text + "UL",
        (ValueKind.Decimal, var text) => text + "m",
        (ValueKind.Single, var text) => text + "f",
        (ValueKind.Double, var text) => text + "d",
        (ValueKind.DateTime, var text) => Date(DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
        (ValueKind.Time, var text) => $"new System.TimeSpan({TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture).Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        (ValueKind.Guid, var text) => $"new System.Guid({Of(text)})",
        (ValueKind.Binary, var text) => $"new byte[] {{ {string.Join(", ", Enumerable.Range(0, text.Length / 2).Select(i => "0x" + text.Substring(2 * i, 2)))} }}",
        (ValueKind.System, var text) => "SystemMethods." + text,
        (ValueKind.Sql, var text) => $"RawSql.Insert({Of(text)})",
        var (kind, _) => throw new UnwritableException($"a value of kind '{kind}'"),
    };

    /// <summary>Cells as an anonymous object, or as a dictionary where a column's name is none of C#'s.</summary>
    public static string Of(Items<Cell> cells) => cells.All(c => SyntaxFacts.IsValidIdentifier(c.Column))
        ? $"new {{ {string.Join(", ", cells.Select(c => Name(c.Column) + " = " + Of(c.Value)))} }}"
        : $"new System.Collections.Generic.Dictionary<string, object> {{ {string.Join(", ", cells.Select(c => $"[{Of(c.Column)}] = {Of(c.Value)}"))} }}";

    private static string Name(string column) => SyntaxFacts.GetKeywordKind(column) == SyntaxKind.None ? column : "@" + column;

    private static string Date(DateTime time) => time.Ticks % TimeSpan.TicksPerSecond != 0 ? $"new System.DateTime({time.Ticks.ToString(CultureInfo.InvariantCulture)}L)"
        : string.Format(CultureInfo.InvariantCulture, "new System.DateTime({0}, {1}, {2}, {3}, {4}, {5})", time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second);
}
