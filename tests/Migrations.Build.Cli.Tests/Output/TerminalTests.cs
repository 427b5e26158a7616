using Migrations.Build.Bundle.Parts;
using Migrations.Build.Cli.Output;
using Migrations.Build.Cli.Output.Progress;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Progress;
using Spectre.Console;

namespace Migrations.Build.Cli.Tests.Output;

public sealed class TerminalTests
{
    [Fact]
    public async Task Every_event_is_shown_live()
    {
        var screen = new StringWriter();
        var answer = await new LiveProgress(Terminal(screen), new(["Host=x;Password=hunter2"])).RunAsync(async tell =>
        {
            tell(new WaitingForLock(new LockHolder("ci@build-7 [x] hunter2", 4711, DateTimeOffset.UnixEpoch)));
            tell(new WaitingForLock(null));
            tell(new MigrationStarted(Direction.Up, 20240105103000, "CreateTeamsWithAnUnusuallyLongClassNameInIt", 1, 2, 0));
            await Task.Delay(250);
            tell(new StatementDone(20240105103000, 1, 1));
            tell(new MigrationDone(Direction.Up, 20240105103000, "CreateTeams", TimeSpan.FromMilliseconds(12)));
            tell(new MigrationStarted(Direction.Up, 2, "[red]", 2, 2, 3));
            tell(new MigrationFailed(Direction.Up, 2, "[red]", "no such table"));
            tell(new UndoingDeployment(1, 1));
            await Task.Delay(250);
            return 42;
        });
        Assert.Equal(42, answer);
        Assert.Contains("applying 1 of 2", screen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_fits_a_terminal_of_80_columns()
    {
        var screen = new StringWriter();
        TerminalPrinter.Print(
            new Report()
                .Title("Crm 1.2.3 on SQLite: 1 migration pending")
                .Grid(["version", "migration", "rollback", "notes"], [["20240105103000", "CreateNotificationPreferences", "loses data", "breaks running applications, accepted: MIG0501, MIG0502"]])
                .Branch("20240105103000 [bold]", ["why: [it] is so"], [Statement.Sql("CREATE TABLE \"A\" (" + string.Join(", ", Enumerable.Range(1, 30).Select(i => $"\"c{i}\" TEXT")) + ")"), new(StatementKind.Code, "A::B@C")])
                .Line("A line."),
            Terminal(screen, ansi: false));
        Assert.All(screen.ToString().Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
        Assert.Contains("[bold]", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("code: A::B@C", screen.ToString(), StringComparison.Ordinal);
    }

    private static IAnsiConsole Terminal(TextWriter writer, bool ansi = true)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 80;
        return console;
    }
}
