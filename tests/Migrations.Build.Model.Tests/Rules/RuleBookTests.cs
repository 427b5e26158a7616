using System.Reflection;
using System.Text.RegularExpressions;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Model.Tests.Rules;

public class RuleBookTests
{
    private static readonly Dictionary<string, string> Families = new()
    {
        ["Rollback"] = "01",
        ["DataLoss"] = "02",
        ["Nullability"] = "03",
        ["Compatibility"] = "05",
        ["Integrity"] = "07",
        ["Types"] = "08",
        ["Texts"] = "09",
        ["Ordering"] = "11",
        ["Governance"] = "12",
        ["Toolchain"] = "9",
    };

    private static readonly PropertyInfo[] Declared = [.. typeof(RuleBook).Assembly.GetTypes()
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(p => p.PropertyType == typeof(Rule))
        .OrderBy(p => ((Rule)p.GetValue(null)!).Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. RuleBook.All.Select(r => r.Id)];

    [Fact]
    public void The_book_lists_every_rule_in_the_order_of_their_ids() => Assert.Equal(Declared.Select(p => ((Rule)p.GetValue(null)!).Id), RuleBook.All.Select(r => r.Id));

    [Fact]
    public void No_id_and_no_name_is_used_twice()
    {
        Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(r => r.Id).Distinct().Count());
        Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(r => r.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_rule_is_named_as_its_class_and_its_folder_is_its_family()
    {
        foreach (var property in Declared)
        {
            var (rule, owner) = ((Rule)property.GetValue(null)!, property.DeclaringType!);
            var folder = owner.Namespace!["Migrations.Build.Model.Rules.".Length..];

            Assert.Equal(owner.Name, rule.Name);
            Assert.Matches("^MIG[0-9]{4}$", rule.Id);
            Assert.StartsWith("MIG" + Families[folder], rule.Id, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_worded_as_all_others(string id)
    {
        var rule = RuleBook.Find(id)!;

        Assert.Matches("^[A-Z][^.!]*[^.!]$", rule.Title);
        Assert.InRange(rule.Title.Length, 10, 70);
        Assert.DoesNotContain("!", Regex.Replace(rule.Message, @"\{![0-9]", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("please", rule.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal($"docs/rules/{id}.md", rule.HelpLink);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_says_what_effect_and_remedy_each_in_a_sentence(string id)
    {
        var rule = RuleBook.Find(id)!;
        var values = Enumerable.Range(0, 10).Select(i => "value" + i).ToItems();

        var needed = values.Select((v, i) => rule.Message.Contains("{?" + i, StringComparison.Ordinal) ? "" : v).ToItems();

        foreach (var text in new[] { FindingText.Of(new Finding(id, values)), FindingText.Of(new Finding(id, needed)) })
        {
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.True(Regex.Count(text, @"[.?] [A-Z]") >= 2, text);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
            Assert.DoesNotContain("}", text, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("''", text, StringComparison.Ordinal);
        }

        Assert.All(Regex.Matches(rule.Message, @"\{([0-9])\}").Select(m => m.Groups[1].Value[0] - '0').Distinct().Order().Select((n, i) => (n, i)), p => Assert.Equal(p.i, p.n));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_sections(string id)
    {
        var (rule, page) = (RuleBook.Find(id)!, RuleBook.Page(id)!);
        var sections = Regex.Matches(page, "^## (.+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value);

        Assert.StartsWith($"# {rule.Id} {rule.Name}\n\n{rule.Title}. Usual severity: {rule.Severity.ToString().ToLowerInvariant()}.\n", page, StringComparison.Ordinal);
        Assert.InRange(page.Split("\n## Proof\n")[0].Split('\n').Length, 5, 51);
        Assert.All(page.Split('\n'), line => Assert.InRange(line.Length, 0, 130));
        Assert.Equal(id.StartsWith("MIG9", StringComparison.Ordinal) ? ["Problem", "What to do"] : ["Problem", "Bad", "Good", "When to accept", "Per database"], sections.Where(s => s != "Proof"));
    }

    [Fact]
    public void A_rule_is_found_by_its_id_in_any_letter_case()
    {
        Assert.Equal("DropTable", RuleBook.Find("mig0201")!.Name);
        Assert.Null(RuleBook.Find("MIG0299"));
        Assert.Null(RuleBook.Page("MIG0299"));
    }
}
