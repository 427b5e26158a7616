using System.Globalization;
using System.Text.RegularExpressions;
using Migrations.Build.Model.Rules;
using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Tests;

/// <summary>The operators' page says something of every exit code, and quotes what the program says today.</summary>
public sealed partial class OperatorsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "OPERATORS.md"));

    [Fact]
    public void Every_exit_code_has_its_section() => Assert.Equal(
        Enum.GetValues<ExitCode>().Select(c => ((int)c).ToString(CultureInfo.InvariantCulture)),
        Heading().Matches(Page).Select(m => m.Groups[1].Value));

    [Fact]
    public void Every_message_that_it_quotes_is_worded_as_its_rule_says()
    {
        var quoted = Quoted().Matches(Page);
        Assert.True(quoted.Count >= 8);
        foreach (var match in quoted.AsEnumerable())
        {
            var rule = RuleBook.Find(match.Groups[2].Value)!;
            Assert.Equal(match.Groups[1].Value, rule.Severity.ToString().ToLowerInvariant());
            var at = 0;
            foreach (var part in Fixed(rule.Message))
            {
                at = match.Groups[3].Value.IndexOf(part, at, StringComparison.Ordinal);
                Assert.True(at >= 0, $"{rule.Id} says '{part}'.");
                at += part.Length;
            }
        }
    }

    // What stands outside of braces is in every message of the rule.
    private static IEnumerable<string> Fixed(string message)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at <= message.Length; at++)
        {
            if (at == message.Length || message[at] == '{')
            {
                if (depth == 0 && at > from)
                {
                    yield return message[from..at];
                }

                depth++;
            }
            else if (message[at] == '}')
            {
                depth--;
                from = at + 1;
            }
        }
    }

    [GeneratedRegex("^## ([0-9]+): ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^(error|warning|info) (MIG[0-9]{4}): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Quoted();
}
