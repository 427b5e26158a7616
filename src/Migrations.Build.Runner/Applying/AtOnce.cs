using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Applying;

/// <summary>Runs all of a deployment in one transaction: every migration is applied, or none is.</summary>
internal sealed class AtOnce(ISession session, JournalWriter journal, Series series)
{
    /// <summary>Runs the migrations and notes the deployment's end with them; null when none fails.</summary>
    public async Task<WorkFailedException?> RunAsync(IReadOnlyList<Work> works, CancellationToken cancel)
    {
        try
        {
            await session.BeginAsync([.. works.SelectMany(w => w.Statements).Select(s => s.Text)], cancel).ConfigureAwait(false);
            var failure = await series.RunAsync([.. works.Select(w => (Func<Work>)(() => w))], cancel).ConfigureAwait(false)
                ?? await CommitAsync(works[^1], cancel).ConfigureAwait(false);
            if (failure is not null)
            {
                series.TakeBack();
            }

            return failure;
        }
        catch
        {
            await session.RollbackAsync().ConfigureAwait(false);
            series.TakeBack();
            throw;
        }
    }

    private async Task<WorkFailedException?> CommitAsync(Work last, CancellationToken cancel)
    {
        try
        {
            await journal.NoteEndAsync(DeploymentState.Done).ConfigureAwait(false);
            await session.CommitAsync(cancel).ConfigureAwait(false);
            return null;
        }
        catch (DatabaseException e)
        {
            await session.RollbackAsync().ConfigureAwait(false);
            return new(Failure.Finding(last, 0, e, half: false), false, e);
        }
    }
}
