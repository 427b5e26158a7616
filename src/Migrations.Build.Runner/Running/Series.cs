using System.Diagnostics;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Runner.Running;

/// <summary>Runs migrations one after the other and notes which are done.</summary>
internal sealed class Series(Execution execution, RunSettings settings)
{
    private readonly List<RanMigration> _ran = [];
    private readonly List<Finding> _told = [];

    /// <summary>The migrations that are done, in order.</summary>
    public IReadOnlyList<RanMigration> Ran => _ran;

    /// <summary>What there is to say of those that are done.</summary>
    public IReadOnlyList<Finding> Told => _told;

    /// <summary>Takes back what is done: the transaction that it was done in is undone.</summary>
    public void TakeBack() => _ran.Clear();

    /// <summary>Runs them until one fails, which is null when none does.</summary>
    public async Task<WorkFailedException?> RunAsync(IReadOnlyList<Func<Work>> works, CancellationToken cancel)
    {
        Task<Work>? next = null;
        for (var i = 0; i < works.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var work = next is null ? works[i]() : await next.ConfigureAwait(false);

            // While the database waits for its disk there is time to make the next one ready.
            next = i + 1 < works.Count ? Task.Run(works[i + 1], cancel) : null;
            var began = Stopwatch.GetTimestamp();
            settings.Progress?.Invoke(new MigrationStarted(work.Direction, work.Version, work.Class, i + 1, works.Count, work.Statements.Count));
            try
            {
                _told.AddRange(await execution.RunAsync(work, cancel).ConfigureAwait(false));
            }
            catch (WorkFailedException e)
            {
                settings.Progress?.Invoke(new MigrationFailed(work.Direction, work.Version, work.Class, e.Message));
                return e;
            }

            var took = Stopwatch.GetElapsedTime(began);
            _ran.Add(new(work.Direction, work.Version, work.Class, work.Statements.Count, took));
            settings.Progress?.Invoke(new MigrationDone(work.Direction, work.Version, work.Class, took));
        }

        return null;
    }
}
