using Migrations.Build.Bundle.Parts;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Planning;

/// <summary>
/// Asks before the first statement whether the tables that are to be rebuilt will be as the bundle expects. What earlier statements make of the
/// schema is tried on a copy without rows; behind code, and what does not work there, a table is asked for when its turn has come.
/// </summary>
internal sealed class TableChecks : IAsyncDisposable
{
    private readonly ISession _session;
    private readonly List<Verdict> _found = [];
    private ISession? _copy;

    private TableChecks(ISession session) => _session = session;

    /// <summary>What speaks against the works, in their order.</summary>
    public static async Task<IReadOnlyList<Verdict>> ToAsync(IReadOnlyList<Work> works, ISession session, CancellationToken cancel)
    {
        var statements = works.SelectMany(w => w.Statements.Select((s, i) => (Work: w, Statement: s, Number: i + 1))).Where(s => !s.Work.DoneAlready.ContainsKey(s.Number)).ToList();
        var checks = new TableChecks(session);
        await using (checks.ConfigureAwait(false))
        {
            foreach (var (work, statement, _) in statements.Take(statements.FindLastIndex(s => s.Statement.Kind == StatementKind.Check) + 1))
            {
                if (!await checks.GoesOnAsync(work, statement, cancel).ConfigureAwait(false))
                {
                    break;
                }
            }

            return checks._found;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _copy?.DisposeAsync() ?? default;

    // False where nobody can say what comes behind.
    private async Task<bool> GoesOnAsync(Work work, Statement statement, CancellationToken cancel)
    {
        switch (statement.Kind)
        {
            case StatementKind.Check when work.DoneAlready.Count == 0:
                await CheckAsync(work, statement, cancel).ConfigureAwait(false);
                return true;
            case StatementKind.Sql:
                return await TryAsync(statement, cancel).ConfigureAwait(false);
            default:
                return statement.Kind != StatementKind.Code;
        }
    }

    private async Task CheckAsync(Work work, Statement check, CancellationToken cancel)
    {
        try
        {
            await Checks.TableAsync(_copy ?? _session, check, cancel).ConfigureAwait(false);
        }
        catch (CheckFailedException e)
        {
            _found.Add(new(ExitCode.Differs, e.Of(work, "was not run")));
        }
    }

    private async Task<bool> TryAsync(Statement statement, CancellationToken cancel)
    {
        var changes = _session.SchemaChanges(statement.Text);
        if (changes.Count == 0)
        {
            return true;
        }

        _copy ??= await _session.CopySchemaAsync(cancel).ConfigureAwait(false);
        try
        {
            foreach (var change in _copy is null ? [] : changes)
            {
                await _copy!.ExecuteAsync(change, cancel).ConfigureAwait(false);
            }

            return _copy is not null;
        }
        catch (DatabaseException)
        {
            return false;
        }
    }
}
