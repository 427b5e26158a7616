using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Runner.Journal;

/// <summary>The statements on the table that lists what is applied.</summary>
internal sealed class VersionStatements
{
    public VersionStatements(VersionTable table, Dialect dialect)
    {
        string Name(string name) => QuotedName.Of(name, dialect);
        var (versions, version, columns) = (Name(table.Name), Name(table.VersionColumn), string.Join(", ", Columns(table).Select(Name)));
        Select = $"SELECT {columns} FROM {versions} ORDER BY {version}";
        Add = $"INSERT INTO {versions} ({columns}) VALUES (@p0, @p1, @p2)";
        Remove = $"DELETE FROM {versions} WHERE {version} = @p0";
    }

    /// <summary>Reads every version in order, with its time and its description.</summary>
    public string Select { get; }

    /// <summary>Lists a version.</summary>
    public string Add { get; }

    /// <summary>Takes a version out.</summary>
    public string Remove { get; }

    /// <summary>The columns that are read and written.</summary>
    public static string[] Columns(VersionTable table) => [table.VersionColumn, table.AppliedOnColumn, table.DescriptionColumn];

    /// <summary>The table as a deployment notes it; null for FluentMigrator's own.</summary>
    public static string? Stored(VersionTable table) => table == VersionTable.Default ? null : JsonWriter.Compact(RecordJson.Write(table));

    /// <summary>The table that a deployment noted.</summary>
    public static VersionTable Read(string? stored) => stored is null ? VersionTable.Default : RecordJson.Read<VersionTable>(JsonReader.Read(stored));
}
