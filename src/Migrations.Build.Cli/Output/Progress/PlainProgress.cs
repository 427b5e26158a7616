using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Cli.Output.Progress;

/// <summary>Shows a line for each thing that happens, for pipelines.</summary>
internal sealed class PlainProgress(Action<string> note) : IProgressView
{
    public Task<T> RunAsync<T>(Func<Action<RunEvent>, Task<T>> work) => work(e =>
    {
        if (EventText.Of(e) is { } line)
        {
            note(line);
        }
    });
}
