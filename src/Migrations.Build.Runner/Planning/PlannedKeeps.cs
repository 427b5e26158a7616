using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Runner.Planning;

/// <summary>Tells what planned migrations are going to keep.</summary>
internal static class PlannedKeeps
{
    /// <summary>What a migration keeps, without numbers of rows.</summary>
    public static Items<PlannedKeep> Of(MigrationEntry entry, DatabaseKind database, Items<Statement> up) =>
        Of(entry.Keeps.Where(k => k.Database == database && k.Way == Direction.Up), up);

    /// <summary>What statements keep, without numbers of rows.</summary>
    public static Items<PlannedKeep> Of(IEnumerable<KeptData> keeps, Items<Statement> statements)
    {
        var queries = statements.Where(s => s.Kind == StatementKind.Keep).Select(s => (Name: KeptNames.Made(s.Text), Query: KeptNames.Query(s.Text))).ToArray();
        return keeps.Select(k => new PlannedKeep(k.Name, k.Table)
        {
            Columns = k.Columns,
            Why = k.Why,
            Query = queries.FirstOrDefault(q => string.Equals(q.Name, k.Name, StringComparison.OrdinalIgnoreCase)).Query,
        }).ToItems();
    }

    /// <summary>The same migrations with the numbers of rows, as far as they can be had now.</summary>
    public static async Task<Items<PlannedMigration>> CountAsync(Items<PlannedMigration> pending, ISession? session, CancellationToken cancel)
    {
        if (session is null || pending.All(p => p.Keeps.Count == 0))
        {
            return pending;
        }

        var counted = new List<PlannedMigration>();
        foreach (var migration in pending)
        {
            counted.Add(migration with { Keeps = await CountAsync(migration.Keeps, session, cancel).ConfigureAwait(false) });
        }

        return counted.ToItems();
    }

    /// <summary>The same with the numbers of rows, as far as they can be had now.</summary>
    public static async Task<Items<PlannedKeep>> CountAsync(Items<PlannedKeep> keeps, ISession session, CancellationToken cancel)
    {
        var counted = new List<PlannedKeep>();
        foreach (var keep in keeps)
        {
            counted.Add(keep with { Rows = await RowsAsync(keep, session, cancel).ConfigureAwait(false) });
        }

        return counted.ToItems();
    }

    private static async Task<long?> RowsAsync(PlannedKeep keep, ISession session, CancellationToken cancel)
    {
        try
        {
            return keep.Query is null ? null : Convert.ToInt64(await session.ScalarAsync($"SELECT count(*) FROM ({keep.Query}) AS kept", cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }
        catch (DatabaseException e) when (e.Kind == Refused.Statement)
        {
            return null;
        }
    }
}
