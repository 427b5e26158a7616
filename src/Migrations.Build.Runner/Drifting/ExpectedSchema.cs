using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.Drifting;

/// <summary>The schema that migrations make: their own statements, run in an empty database, so that no type and no default is compared by guess.</summary>
internal sealed class ExpectedSchema(MigrationBundle bundle, DatabaseKind database, OthersTables others)
{
    private readonly HashSet<string> _notJudged = new(AsciiComparer.IgnoreCase);
    private bool _knowsAll = true;

    /// <summary>The tables that code of the migrations says to touch.</summary>
    public Items<string> NotJudged => _notJudged.Order(StringComparer.Ordinal).ToItems();

    /// <summary>The tables and views that were left out of the comparison, because they are others'.</summary>
    public Items<string> Others { get; private set; } = Items<string>.Empty;

    /// <summary>Compares what the migrations make, in the order in which they were applied, with the live schema.</summary>
    public async Task<(Items<Difference> Differences, Verdict? Problem)> CompareAsync(
        IDatabase engine, IEnumerable<long> versions, IReadOnlyList<UnfinishedMigration> unfinished, Schema live, CancellationToken cancel)
    {
        var entries = versions.Select(bundle.Find).OfType<MigrationEntry>().ToArray();
        _knowsAll = entries.All(e => !e.NotRendered.Contains(database));
        var statements = entries.SelectMany(Statements)
            .Concat(unfinished.SelectMany(u => bundle.Find(u.Version) is { } entry ? Begun(entry, u) : [])).ToArray();
        try
        {
            var expected = await engine.MakeSchemaAsync(statements, cancel).ConfigureAwait(false);
            (live, Others) = others.TakeOut(live, expected);
            return (Compare.Schemas(Mark(expected), Mark(live)), null);
        }
        catch (DatabaseException e) when (e.Kind == Refused.Statement)
        {
            // What needs a migration of which nothing is known proves nothing.
            return (Items<Difference>.Empty, _knowsAll ? new(ExitCode.Failed, ExpectedSchemaUnknown.Rule.Says(e.Message)) : null);
        }
    }

    private IEnumerable<string> Statements(MigrationEntry entry)
    {
        foreach (var statement in bundle.StatementsOrNone(entry, database, Direction.Up))
        {
            if (statement.Kind == StatementKind.Sql)
            {
                yield return statement.Text;
            }
            else if (statement.Kind == StatementKind.Code)
            {
                Note(entry);
            }
        }
    }

    private IEnumerable<string> Begun(MigrationEntry entry, UnfinishedMigration unfinished) => bundle.StatementsOrNone(entry, database, unfinished.Direction)
        .Where((s, i) => s.Kind == StatementKind.Sql && unfinished.Done.ContainsKey(i + 1))
        .Select(s => s.Text);

    private void Note(MigrationEntry entry)
    {
        foreach (var meaning in bundle.History.Versioned.Where(m => m.Version == entry.Version).SelectMany(m => m.Touches).SelectMany(Declaration.Of))
        {
            _notJudged.Add(meaning.Table.Name);
        }
    }

    private Schema Mark(Schema schema) => schema with
    {
        Touched = schema.Touched || !_knowsAll,
        Tables = schema.Tables.Each(t => !_knowsAll || _notJudged.Contains(t.Name.Name) ? t with { Touched = true } : t),
    };
}
