using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Digests;

namespace Migrations.Build.Verification.Rounds;

/// <summary>A database at one moment of a round: its schema, and what was written since the round began.</summary>
/// <param name="Schema">Its objects.</param>
/// <param name="Rows">The rows of the tables of which a page was written, by name.</param>
/// <param name="Forms">The tables whose statement is another one than before, by name.</param>
internal sealed record Moment(SchemaState Schema, IReadOnlyDictionary<string, RowSet> Rows, IReadOnlyDictionary<string, TableForm> Forms)
{
    /// <summary>The database as it is now. A table that no page was written of is as it was when the file was marked.</summary>
    public static Moment Now(ScratchFile file, SchemaState before)
    {
        var schema = SchemaState.Read(file.Connection);
        var changed = file.ChangedRoots();
        var written = schema.Tables.Where(t => before.Table(t.Name) is not { } old || old.Root != t.Root || changed.Contains(old.Root));
        var restated = schema.Tables.Where(t => !string.Equals(before.Table(t.Name)?.Sql, t.Sql, StringComparison.Ordinal));
        return new(
            schema,
            Read(file.Connection, written.Select(t => t.Name)),
            restated.Select(t => TableForm.Read(file.Connection, t.Name)).OfType<TableForm>().ToDictionary(f => f.Name, AsciiComparer.IgnoreCase));
    }

    /// <summary>The rows of tables, by name.</summary>
    public static IReadOnlyDictionary<string, RowSet> Read(SqliteConnection connection, IEnumerable<string> tables)
    {
        var rows = new SortedDictionary<string, RowSet>(AsciiComparer.IgnoreCase);
        foreach (var name in tables)
        {
            if (Row(connection, name) is { } read)
            {
                rows[read.Table] = read;
            }
        }

        return rows;
    }

    /// <summary>The rows of one table; null when there is no such table.</summary>
    public static RowSet? Row(SqliteConnection connection, string table) => Live.Table(connection, table) is { } live ? RowReader.Read(connection, live) : null;
}
