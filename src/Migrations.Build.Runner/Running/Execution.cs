using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Runner.Running;

/// <summary>Runs one migration one way, and journals it: in one transaction, or statement by statement where it asked for none.</summary>
internal sealed class Execution(ISession session, JournalWriter journal, CodeSteps code, Keeper keeper, RunSettings settings, bool joins = false)
{
    /// <summary>Runs the migration; when it ends without an exception, everything is committed, or stands in the open transaction that it joined. What it returns is worth knowing.</summary>
    /// <exception cref="WorkFailedException">It failed; the journal says so.</exception>
    public async Task<IReadOnlyList<Finding>> RunAsync(Work work, CancellationToken cancel)
    {
        var (started, step) = (settings.Clock.GetUtcNow(), new Progressing());
        try
        {
            return await (work.Transaction == TransactionMode.Own ? WholeAsync(work, step, started, cancel) : PiecemealAsync(work, step, started, cancel)).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            journal.ForgetNotes();
            await session.RollbackAsync().ConfigureAwait(false);
            if (work.Transaction == TransactionMode.None)
            {
                await NoteFailureAsync(work, step, started, e).ConfigureAwait(false);
            }

            throw;
        }
        catch (Exception e) when (e is DatabaseException or CheckFailedException)
        {
            journal.ForgetNotes();
            var half = step.Took > 0 || step.IsInDoubt || e is DatabaseException { Kind: Refused.TransactionEnded };
            await session.RollbackAsync().ConfigureAwait(false);
            await NoteFailureAsync(work, step, started, e).ConfigureAwait(false);
            throw new WorkFailedException(Failure.Finding(work, step.Number, e, half), half, e);
        }
    }

    private async Task<IReadOnlyList<Finding>> WholeAsync(Work work, Progressing step, DateTimeOffset started, CancellationToken cancel)
    {
        if (!joins)
        {
            await session.BeginAsync(work.Statements.Select(s => s.Text).ToArray(), cancel).ConfigureAwait(false);
        }

        await CheckTurnAsync(cancel).ConfigureAwait(false);
        await Checks.BeforeAsync(session, work, cancel).ConfigureAwait(false);
        for (step.Number = 1; step.Number <= work.Statements.Count; step.Number++)
        {
            await ExecuteAsync(work, step.Number, cancel).ConfigureAwait(false);
        }

        step.Number = 0;
        var told = await FinishAsync(work, started, cancel).ConfigureAwait(false);
        if (!joins)
        {
            await session.CommitAsync(cancel).ConfigureAwait(false);
        }

        return told;
    }

    private async Task<IReadOnlyList<Finding>> PiecemealAsync(Work work, Progressing step, DateTimeOffset started, CancellationToken cancel)
    {
        step.Took = work.DoneAlready.Count;
        await ApartAsync(async () =>
        {
            await CheckTurnAsync(cancel).ConfigureAwait(false);
            await Checks.BeforeAsync(session, work, cancel).ConfigureAwait(false);
            await journal.NoteAsync(work, 0, Recorded.Started, started, null, cancel).ConfigureAwait(false);
        }, cancel).ConfigureAwait(false);
        for (step.Number = 1; step.Number <= work.Statements.Count; step.Number++)
        {
            if (work.IsIdle(step.Number))
            {
                Pass(work, step.Number);
            }
            else if (!work.DoneAlready.ContainsKey(step.Number))
            {
                var piece = Pieces.From(work.Statements, step.Number);
                await (piece.Count > 1 ? TogetherAsync(work, step, piece, cancel) : PieceAsync(work, step, cancel)).ConfigureAwait(false);
                step.Took++;
            }
        }

        step.Number = 0;
        IReadOnlyList<Finding> told = [];
        await ApartAsync(async () => told = await FinishAsync(work, started, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return told;
    }

    private async Task<IReadOnlyList<Finding>> FinishAsync(Work work, DateTimeOffset started, CancellationToken cancel)
    {
        await Checks.AfterAsync(session, work, cancel).ConfigureAwait(false);
        var told = await keeper.SettleAsync(work, cancel).ConfigureAwait(false);
        await journal.FinishAsync(work, started, cancel).ConfigureAwait(false);
        return told;
    }

    // Between its statements a rebuild leaves no table of its name behind: all of them are done, or none.
    private async Task TogetherAsync(Work work, Progressing step, IReadOnlyList<string> piece, CancellationToken cancel)
    {
        await session.BeginAsync(piece, cancel).ConfigureAwait(false);
        await CheckTurnAsync(cancel).ConfigureAwait(false);
        for (var last = step.Number + piece.Count - 1; ; step.Number++)
        {
            await ExecuteAsync(work, step.Number, cancel).ConfigureAwait(false);
            if (step.Number == last)
            {
                break;
            }
        }

        await CommitPieceAsync(cancel).ConfigureAwait(false);
    }

    // A statement that may share a transaction with its note in the journal is never in doubt; any other is noted before and after.
    private async Task PieceAsync(Work work, Progressing step, CancellationToken cancel)
    {
        var number = step.Number;
        var statement = work.Statements[number - 1];
        if (work.Skip.Contains(number) || (statement.Kind is StatementKind.Sql or StatementKind.Keep or StatementKind.Restore && session.CanShareTransaction(statement.Text)))
        {
            await session.BeginAsync([statement.Text], cancel).ConfigureAwait(false);
            await CheckTurnAsync(cancel).ConfigureAwait(false);
            await ExecuteAsync(work, number, cancel).ConfigureAwait(false);
            await CommitPieceAsync(cancel).ConfigureAwait(false);
            return;
        }

        var started = settings.Clock.GetUtcNow();
        await ApartAsync(() => journal.NoteAsync(work, number, Recorded.Started, started, null, cancel), cancel).ConfigureAwait(false);
        try
        {
            await StepAsync(work, statement, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (statement.Kind == StatementKind.Code && e is not CheckFailedException)
        {
            step.IsInDoubt = true;
            throw;
        }

        await ApartAsync(() => journal.NoteAsync(work, number, Recorded.Done, started, null, CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        Pass(work, number);
    }

    private async Task CommitPieceAsync(CancellationToken cancel)
    {
        await Checks.ReferencesAsync(session, cancel).ConfigureAwait(false);
        await journal.WriteNotesAsync(cancel).ConfigureAwait(false);
        await session.CommitAsync(cancel).ConfigureAwait(false);
    }

    private async Task ExecuteAsync(Work work, int number, CancellationToken cancel)
    {
        if (work.IsIdle(number))
        {
            Pass(work, number);
            return;
        }

        var started = settings.Clock.GetUtcNow();
        var skipped = work.Skip.Contains(number);
        if (!skipped)
        {
            await StepAsync(work, work.Statements[number - 1], cancel).ConfigureAwait(false);
        }

        journal.NoteLater(work, number, skipped ? Recorded.Skipped : Recorded.Done, started);
        Pass(work, number);
    }

    private void Pass(Work work, int number) => settings.Progress?.Invoke(new StatementDone(work.Version, number, work.Statements.Count));

    private Task StepAsync(Work work, Statement statement, CancellationToken cancel) => statement.Kind switch
    {
        StatementKind.Code => code.RunAsync(session, work, statement, cancel),
        StatementKind.Check => Checks.TableAsync(session, statement, cancel),
        StatementKind.Sql => session.ExecuteAsync(statement.Text, cancel),
        StatementKind.Keep => keeper.KeepAsync(work, statement, cancel),
        StatementKind.Restore => keeper.RestoreAsync(work, statement, cancel),
    };

    private async Task CheckTurnAsync(CancellationToken cancel)
    {
        if (!await journal.HasTurnAsync(cancel).ConfigureAwait(false))
        {
            throw new CheckFailedException((_, _) => TurnLost.Rule.Says("the file"));
        }
    }

    private async Task ApartAsync(Func<Task> notes, CancellationToken cancel)
    {
        await session.BeginAsync([], cancel).ConfigureAwait(false);
        await notes().ConfigureAwait(false);
        await session.CommitAsync(cancel).ConfigureAwait(false);
    }

    private async Task NoteFailureAsync(Work work, Progressing step, DateTimeOffset started, Exception failure)
    {
        try
        {
            await ApartAsync(async () =>
            {
                if (!await journal.HasTurnAsync(CancellationToken.None).ConfigureAwait(false))
                {
                    return;
                }

                // What code did outside of a transaction before it failed, nobody knows: its note stays as it is.
                if (step.Number > 0 && !step.IsInDoubt)
                {
                    await journal.NoteAsync(work, step.Number, Recorded.Failed, started, failure.Message, CancellationToken.None).ConfigureAwait(false);
                }

                await journal.NoteAsync(work, 0, Recorded.Failed, started, failure.Message, CancellationToken.None).ConfigureAwait(false);
            }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DatabaseException)
        {
            // The disk may be full, or the file gone: what failed is told all the same.
            await session.RollbackAsync().ConfigureAwait(false);
        }
    }

    private sealed class Progressing
    {
        public int Number { get; set; }

        public int Took { get; set; }

        /// <summary>Whether code ran outside of a transaction and did not come to its end.</summary>
        public bool IsInDoubt { get; set; }
    }
}
