using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Cli.Output.Progress;

/// <summary>Shows how work goes on while it does.</summary>
internal interface IProgressView
{
    /// <summary>Runs work and shows what it tells.</summary>
    Task<T> RunAsync<T>(Func<Action<RunEvent>, Task<T>> work);
}
