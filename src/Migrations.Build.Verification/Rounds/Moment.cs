using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Digests;

namespace Migrations.Build.Verification.Rounds;

/// <summary>A database at one moment of a round: its schema, and the rows of the tables that were written since the round began.</summary>
/// <param name="Schema">Its objects.</param>
/// <param name="Rows">The rows of the written tables, by name.</param>
internal sealed record Moment(SchemaState Schema, IReadOnlyDictionary<string, RowSet> Rows)
{
    /// <summary>The database as it is now. A table that no page was written of is as it was when the file was marked.</summary>
    public static Moment Now(ScratchFile file, SchemaState before)
    {
        var schema = SchemaState.Read(file.Connection);
        var changed = file.ChangedRoots();
        var written = schema.Tables.Where(t => before.Table(t.Name) is not { } old || old.Root != t.Root || changed.Contains(old.Root));
        return new(schema, Read(file.Connection, written.Select(t => t.Name)));
    }

    /// <summary>The rows of tables, by name.</summary>
    public static IReadOnlyDictionary<string, RowSet> Read(SqliteConnection connection, IEnumerable<string> tables)
    {
        var rows = new SortedDictionary<string, RowSet>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in tables)
        {
            if (Live.Table(connection, name) is { } table && RowReader.Read(connection, table) is { } read)
            {
                rows[table.Name] = read;
            }
        }

        return rows;
    }
}
