using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Applies what can run of a migration that cannot run as a whole, so that the migrations behind it have as much to stand on as there is.</summary>
internal sealed class Remains(Workshop workshop, Link link, Func<ScratchFile> file)
{
    /// <summary>Applies it to a file that is as it was before the migration; the result is what is missing then.</summary>
    /// <param name="again">Makes the file once more what it was.</param>
    /// <param name="behind">Whether it needs what is missing, so that nothing of it is what it should be.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<Gap>> ApplyAsync(Action again, bool behind, CancellationToken cancel)
    {
        var gaps = new Gaps(link, workshop.Written, [.. SchemaState.Read(file().Connection).Objects.Where(o => o.Type is "table" or "view").Select(o => o.Name)]);
        if (!link.Rendered)
        {
            await UpAsync([], cancel).ConfigureAwait(false);
            return [.. gaps.All(), .. (link.Script?.Up ?? Items<Model.Histories.Step>.Empty).SelectMany(s => gaps.Of(s.Operation))];
        }

        var statements = link.Up.Where(s => s.Kind is StatementKind.Sql or StatementKind.Code).ToList();
        var runs = Running(file().Connection, statements);
        if (!await UpAsync(runs, cancel).ConfigureAwait(false))
        {
            again();
            runs = [];
            await UpAsync(runs, cancel).ConfigureAwait(false);
        }

        var left = statements.Where(s => behind || !runs.Contains(s)).ToList();
        return [.. left.SelectMany(s => gaps.Of(s.Text)), .. left.Exists(s => s.Kind == StatementKind.Code) || link.HasCode ? gaps.All() : []];
    }

    private async Task<bool> UpAsync(IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        var entry = link.Entry with { Expectations = Items<Model.Histories.Expectation>.Empty, Assumptions = Items<DatabaseAssumption>.Empty, Keeps = Items<KeptData>.Empty };
        var release = workshop.Release.Instead(entry, statements.ToItems(), Items<Statement>.Empty);
        return (await release.UpAsync(file(), link.Entry.Version, cancel).ConfigureAwait(false)).Done;
    }

    // Each on its own, as far as those before it ran; nothing of it stays. Code is left out: what it does, nobody can say.
    private static List<Statement> Running(SqliteConnection connection, List<Statement> statements)
    {
        var runs = new List<Statement>();
        connection.Execute("PRAGMA foreign_keys = OFF");
        connection.Execute("BEGIN");
        foreach (var statement in statements.Where(s => s.Kind == StatementKind.Sql))
        {
            connection.Execute("SAVEPOINT one");
            if (Runs(connection, statement.Text))
            {
                runs.Add(statement);
            }
            else
            {
                connection.Execute("ROLLBACK TO one");
            }

            connection.Execute("RELEASE one");
        }

        connection.Execute("ROLLBACK");
        connection.Execute("PRAGMA legacy_alter_table = OFF");
        connection.Execute("PRAGMA foreign_keys = ON");
        return runs;
    }

    private static bool Runs(SqliteConnection connection, string text)
    {
        try
        {
            connection.Execute(text);
            return true;
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            return false;
        }
    }
}
