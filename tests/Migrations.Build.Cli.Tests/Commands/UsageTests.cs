using System.CommandLine.Help;

namespace Migrations.Build.Cli.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly Workplace _place = new();

    public static TheoryData<string[], string> Wrong => new()
    {
        { [], "migrations --help" },
        { ["dance"], "dance" },
        { ["plan"], "--bundle" },
        { ["plan", "--bundle", "x.mbundle", "--dance"], "--dance" },
        { ["plan", "--bundle", "x.mbundle", "--database", "oracle"], "oracle" },
        { ["plan", "--bundle", "x.mbundle", "--lock-timeout", "-1"], "--lock-timeout" },
        { ["plan", "--bundle", "x.mbundle", "--lock-timeout", "soon"], "--lock-timeout" },
        { ["plan", "--bundle", "nowhere.mbundle", "--connection", "Data Source=a.db"], "There is no bundle 'nowhere.mbundle'" },
        { ["plan", "--bundle", ".", "--connection", "Data Source=a.db"], "'.' is a folder" },
        { ["status"], "No database was said" },
        { ["status", "--connection", "a.db"], "--database" },
        { ["status", "--connection", "a.db", "--database", "sqlite"], "Data Source=app.db" },
        { ["status", "--connection", "Data Source=a.db", "--connection-file", "b"], "Both" },
        { ["status", "--connection-file", "nowhere"], "'nowhere' cannot be read" },
        { ["rollback", "--connection", "Data Source=a.db"], "--deployment last" },
        { ["rollback", "--connection", "Data Source=a.db", "--to", "1", "--steps", "1"], "--deployment last" },
        { ["rollback", "--connection", "Data Source=a.db", "--steps", "0"], "--steps 1" },
        { ["rollback", "--connection", "Data Source=a.db", "--to", "-1"], "0 is nothing at all" },
        { ["apply", "--bundle", "x", "--on-failure", "cry"], "cry" },
        { ["explain"], "explain --help" },
        { ["explain", "MIG9999"], "No rule has the id 'MIG9999'" },
        { ["status", "--database", "postgres", "--connection", "Host=x;Username=y"], "PostgreSQL" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_usage_exits_with_2_and_says_why_on_standard_error(string[] args, string reason)
    {
        var ran = await _place.RunAsync(args);
        Assert.Equal(2, ran.Code);
        Assert.Equal("", ran.Out);
        Assert.Contains(reason, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_place.Folder));
    }

    [Fact]
    public async Task Wrong_usage_is_a_document_too_when_one_was_asked_for()
    {
        foreach (var args in new string[][] { ["plan", "--json"], ["status", "--json"], ["explain", "x", "--json"] })
        {
            var ran = await _place.RunAsync(args);
            Assert.Equal(2, ran.Code);
            Shape.Is("error", ran.Json);
            Assert.Equal(args[0], (string?)ran.Json["verb"]);
            Assert.Equal("usage", (string?)ran.Json["result"]);
        }
    }

    [Fact]
    public async Task Help_names_every_verb_and_option_of_the_contract()
    {
        var ran = await _place.RunAsync("--help");
        Assert.Equal(0, ran.Code);
        Assert.All(["plan", "apply", "rollback", "status", "verify", "drift", "baseline", "explain"], verb => Assert.Contains("  " + verb, ran.Out, StringComparison.Ordinal));
        var apply = (await _place.RunAsync("apply", "--help")).Out;
        Assert.All(
            ["--to", "--dry-run", "--allow-breaking", "--allow-code", "--on-failure", "--bundle", "--database", "--connection", "--connection-file", "--json", "--quiet", "--no-color", "--timeout", "--lock-timeout"],
            option => Assert.Contains(option, apply, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_word_for_help_shows_the_help_of_a_verb()
    {
        var help = new HelpOption();
        var asked = await _place.RunAsync("apply", help.Name);
        foreach (var alias in help.Aliases)
        {
            var ran = await _place.RunAsync("apply", alias);
            Assert.Equal(0, ran.Code);
            Assert.Equal(asked.Out, ran.Out);
        }
    }

    public void Dispose() => _place.Dispose();
}
