using Migrations.Build.Model;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>A table as SQLite itself reads it.</summary>
/// <param name="Columns">The columns that hold values, in order: without the generated ones.</param>
/// <param name="PrimaryKey">The columns of the primary key, in its order.</param>
/// <param name="RowNumber">The column that is the row's number (INTEGER PRIMARY KEY); null when none is.</param>
/// <param name="RowId">A name by which the row's number can be said and that no column has; null where rows have no number, or all names are taken.</param>
internal sealed record ReplayedTable(Items<string> Columns, Items<string> PrimaryKey, string? RowNumber, string? RowId);
