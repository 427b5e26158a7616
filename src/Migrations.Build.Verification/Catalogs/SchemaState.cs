using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Verification.Catalogs;

/// <summary>Every object of a database at one moment, without the tables of the runner's own history.</summary>
internal sealed class SchemaState
{
    private const string Versions = "VersionInfo";
    private const string Runner = "migrations_";
    private readonly Dictionary<string, SchemaObject> _tables;

    private SchemaState(IReadOnlyList<SchemaObject> objects)
    {
        Objects = objects;
        _tables = objects.Where(o => o.HoldsRows).ToDictionary(o => o.Name, AsciiComparer.IgnoreCase);
    }

    /// <summary>The objects, in the order of kind and name.</summary>
    public IReadOnlyList<SchemaObject> Objects { get; }

    /// <summary>The tables whose rows are rows.</summary>
    public IEnumerable<SchemaObject> Tables => _tables.Values.Where(t => !IsShadow(t));

    /// <summary>Reads the objects that a database has now.</summary>
    public static SchemaState Read(SqliteConnection connection) =>
        new([.. Live.Objects(connection).Where(o => !IsHistory(o.Table))]);

    /// <summary>The table of a name; null when there is none.</summary>
    public SchemaObject? Table(string name) => _tables.GetValueOrDefault(name);

    // The runner's own tables, those of kept data among them, are no part of what a project makes.
    private static bool IsHistory(string table) => table.StartsWith(Runner, StringComparison.OrdinalIgnoreCase) || AsciiComparer.IgnoreCase.Equals(table, Versions);

    // What a virtual table keeps its own data in is named after it, and is nobody else's business.
    private bool IsShadow(SchemaObject table) => Objects.Any(o => o.Type == "table" && o.Root == 0 && table.Name.StartsWith(o.Name + "_", StringComparison.OrdinalIgnoreCase));
}
