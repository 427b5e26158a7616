using System.Data.Common;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>Finds what undoes applied migrations: what the database kept when it applied them, else what the bundle holds.</summary>
internal static class UndoReader
{
    private const string Query = "SELECT undo_digest, undo FROM migrations_journal WHERE entry = @p0 AND undo IS NOT NULL";

    /// <summary>What undoes each of the migrations, in their order.</summary>
    public static async Task<IReadOnlyList<Undo>> ReadAsync(
        ISession session, MigrationBundle? bundle, DatabaseKind database, IEnumerable<AppliedMigration> migrations, CancellationToken cancel)
    {
        var undos = new List<Undo>();
        foreach (var applied in migrations)
        {
            var (stored, isUnknown) = await StoredAsync(session, applied, cancel).ConfigureAwait(false);
            if (stored is not null || isUnknown)
            {
                undos.Add(new(applied, stored, Stored: true) { IsOfUnknownFormat = isUnknown });
            }
            else
            {
                var entry = bundle?.Find(applied.Version);
                undos.Add(new(applied, entry is null || !bundle!.IsRendered(entry, database) ? null : FromBundle(bundle, entry, database), Stored: false));
            }
        }

        return undos;
    }

    private static StoredMigration FromBundle(MigrationBundle bundle, MigrationEntry entry, DatabaseKind database) =>
        ApplyWork.Keep(entry, database, bundle.Statements(entry, database, Direction.Up), bundle.Statements(entry, database, Direction.Down));

    // What was changed in the table by hand is not run: its digest is its name.
    private static async Task<(StoredMigration? Stored, bool IsUnknown)> StoredAsync(ISession session, AppliedMigration applied, CancellationToken cancel) =>
        applied.Entry > 0
        && await session.RunAsync(Read, session.Command(Query, applied.Entry), cancel).ConfigureAwait(false) is ({ } digest, { } content)
        && Digest.Of(content) == digest
            ? Read(content)
            : (null, false);

    // A newer version of this tool may have stored members that this one does not know. What it kept then counts, and no other Down takes its place.
    private static (StoredMigration? Stored, bool IsUnknown) Read(string content)
    {
        try
        {
            return (RecordJson.Read<StoredMigration>(JsonReader.Read(content)), false);
        }
        catch (FormatException)
        {
            return (null, true);
        }
    }

    private static (string? Digest, string? Content) Read(DbCommand command)
    {
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetString(0), rows.GetString(1)) : (null, null);
    }
}
