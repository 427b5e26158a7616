using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Cli.Output.Progress;

/// <summary>Shows nothing.</summary>
internal sealed class NoProgress : IProgressView
{
    public Task<T> RunAsync<T>(Func<Action<RunEvent>, Task<T>> work) => work(_ => { });
}
