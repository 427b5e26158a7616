using System.Text;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Model.Findings;

/// <summary>Words a finding for a person, from its rule's message and its own values.</summary>
public static class FindingText
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>The text of a finding: what, effect, remedy, and the databases where it does not hold for all.</summary>
    public static string Of(Finding finding)
    {
        var rule = RuleBook.Find(finding.Rule) ?? throw new ArgumentException($"No rule has the id '{finding.Rule}'.", nameof(finding));
        var text = Capital(Fill(rule.Message, finding.Values));
        text += finding is { NamesMigration: true, Class: { } name } ? " This is in migration '" + name + "'." : "";
        return finding.Databases.Count == 0 ? text : text + " This holds for " + List(finding.Databases.Select(d => Dialect.Of(d).Name).ToArray()) + ".";
    }

    /// <summary>Words in a row: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    // {0} is the first value; {?1 text} is the text when the second value is there, and {!1 text} when it is not.
    private static string Fill(string message, Items<string> values)
    {
        var text = new StringBuilder();
        for (var at = 0; at < message.Length; at++)
        {
            if (message[at] != '{')
            {
                Put(message[at], text);
                continue;
            }

            var end = End(message, at);
            text.Append(Part(message.Substring(at + 1, end - at - 1), values));
            at = end;
        }

        return text.ToString();
    }

    private static string Part(string part, Items<string> values) => part[0] is not ('?' or '!')
        ? Value(part, values)
        : Value(part.Substring(1, 1), values).Length > 0 == (part[0] == '?') ? Fill(part.Substring(2), values) : "";

    private static string Value(string number, Items<string> values)
    {
        var index = number[0] - '0';
        return index < values.Count ? OneLine(values[index]) : "";
    }

    // The words of an exception may bring line ends, at which a build's log would cut the finding in pieces.
    private static string OneLine(string value) => value.IndexOfAny(LineEnds) < 0
        ? value
        : string.Join(" ", value.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).Where(l => l.Length > 0));

    // A value that is a sentence of its own brings a full stop that the message has as well.
    private static void Put(char next, StringBuilder text)
    {
        if (next != '.' || text.Length == 0 || text[text.Length - 1] != '.')
        {
            text.Append(next);
        }
    }

    private static int End(string message, int at)
    {
        var depth = 0;
        for (var end = at; ; end++)
        {
            depth += message[end] == '{' ? 1 : message[end] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return end;
            }
        }
    }
}
