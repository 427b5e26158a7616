using System.Globalization;
using Migrations.Build.Runner.Progress;
using Spectre.Console;

namespace Migrations.Build.Cli.Output.Progress;

/// <summary>Shows bars on a terminal: one for the run, one for the migration that is at it.</summary>
internal sealed class LiveProgress(IAnsiConsole console, Secrets secrets) : IProgressView
{
    public Task<T> RunAsync<T>(Func<Action<RunEvent>, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var (run, migration) = (context.AddTask("connecting", maxValue: 1), context.AddTask("nothing runs yet", autoStart: false, maxValue: 1));
                run.IsIndeterminate = true;
                return work(e => Show(e, run, migration));
            });

    private void Show(RunEvent happened, ProgressTask run, ProgressTask migration)
    {
        switch (happened)
        {
            case WaitingForLock:
                run.Description = Text(EventText.Of(happened)!);
                break;
            case MigrationStarted e:
                run.IsIndeterminate = false;
                run.Description = Text(string.Create(CultureInfo.InvariantCulture, $"{EventText.Doing(e.Direction)} {e.Number} of {e.Total}"));
                (run.MaxValue, run.Value) = (e.Total, e.Number - 1);
                migration.StartTask();
                migration.Description = Text(string.Create(CultureInfo.InvariantCulture, $"{e.Version} {e.Class}"));
                (migration.MaxValue, migration.Value) = (Math.Max(1, e.Statements), 0);
                break;
            case StatementDone e:
                migration.Value = e.Number;
                break;
            case MigrationDone:
                run.Increment(1);
                break;
            case UndoingDeployment:
                run.Description = Text(EventText.Of(happened)!);
                break;
        }
    }

    // A line that is wider than the terminal would break the bars.
    private string Text(string text) => Markup.Escape(secrets.Hide(text) is { Length: > 44 } wide ? wide[..43] + "…" : secrets.Hide(text));
}
