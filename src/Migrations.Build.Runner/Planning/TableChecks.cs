using Migrations.Build.Bundle.Parts;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Planning;

/// <summary>
/// Asks before the first statement whether the tables that are to be rebuilt are as the bundle expects. A table that an earlier statement
/// speaks of is asked for when its turn has come.
/// </summary>
internal static class TableChecks
{
    /// <summary>What speaks against the works, in their order.</summary>
    public static async Task<IReadOnlyList<Verdict>> ToAsync(IReadOnlyList<Work> works, ISession session, CancellationToken cancel)
    {
        var found = new List<Verdict>();
        var last = works.Count - 1 - works.Reverse().TakeWhile(w => w.Statements.All(s => s.Kind != StatementKind.Check)).Count();
        var earlier = new List<string>();
        foreach (var work in works.Take(last + 1))
        {
            foreach (var statement in work.DoneAlready.Count > 0 ? [] : work.Statements.AsEnumerable())
            {
                if (statement.Kind == StatementKind.Code)
                {
                    return found;
                }

                if (statement.Kind == StatementKind.Check && session.CheckedTable(statement.Text) is var table && !earlier.Exists(s => s.Contains(table, StringComparison.OrdinalIgnoreCase)))
                {
                    found.AddRange(await ToAsync(work, statement, session, cancel).ConfigureAwait(false));
                }

                earlier.Add(statement.Text);
            }

            earlier.AddRange(work.DoneAlready.Count > 0 ? work.Statements.Select(s => s.Text) : []);
        }

        return found;
    }

    private static async Task<Verdict[]> ToAsync(Work work, Statement check, ISession session, CancellationToken cancel)
    {
        try
        {
            await Checks.TableAsync(session, check, cancel).ConfigureAwait(false);
            return [];
        }
        catch (CheckFailedException e)
        {
            return [new(ExitCode.Differs, e.Of(work, "was not run"))];
        }
    }
}
