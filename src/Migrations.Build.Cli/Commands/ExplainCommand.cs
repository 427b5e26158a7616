using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Rules;
using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Commands;

/// <summary>A rule's page in the terminal.</summary>
internal static class ExplainCommand
{
    public static Command Make()
    {
        var id = new Argument<string>("id") { Description = "The rule's id, such as MIG0201.", HelpName = "MIGnnnn" };
        id.CompletionSources.Add(_ => RuleBook.All.Select(r => new System.CommandLine.Completions.CompletionItem(r.Id)));
        var output = new OutputOptions();
        var command = new Command("explain", "Shows a rule's page.") { id };
        output.AddTo(command);
        command.SetAction((parsed, _) => Answering.RunAsync("explain", output.Screen(parsed, new([])), () => Task.FromResult(Explain(parsed.GetRequiredValue(id).Trim()))));
        return command;
    }

    private static Answer Explain(string id) => RuleBook.Find(id) is { } rule
        ? new Answer(ExitCode.Done, [])
        {
            Report = PageReport.Of(RuleBook.Page(rule.Id)!).Line("").Line(rule.HelpLink),
            Document = new Fields()
                .With("id", rule.Id)
                .With("name", rule.Name)
                .With("title", rule.Title)
                .With("severity", Words.Id(rule.Severity))
                .With("helpLink", rule.HelpLink)
                .With("page", RuleBook.Page(rule.Id)),
        }
        : throw new UsageException($"No rule has the id '{id}'. There is nothing to show. {Nearest(id)}");

    private static string Nearest(string id) =>
        RuleBook.All.Where(r => r.Id.Length == id.Length && r.Id.Zip(id).Count(p => char.ToUpperInvariant(p.Second) != p.First) <= 1).Select(r => r.Id).Take(5).ToList() is { Count: > 0 } near
            ? "Near it are: " + string.Join(", ", near) + "."
            : "An id is made of MIG and four digits, such as MIG0201; the README lists them.";
}
