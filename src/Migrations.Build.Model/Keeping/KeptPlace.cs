using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Keeping;

/// <summary>Where kept data comes from or goes to, by the names of one moment.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns whose values are kept, in the order of the keep.</param>
/// <param name="Key">The columns that tell a row from any other; empty where the table has no primary key.</param>
public sealed record KeptPlace(TableName Table, Items<string> Columns, Items<string> Key)
{
    /// <summary>The row's other columns, by which a row of a table without a primary key is told from its neighbours; empty names stand for columns that are not there.</summary>
    public Items<string> Beside { get; init; } = Items<string>.Empty;

    /// <summary>The name by which SQLite gives a row's own number, which a column of that name hides.</summary>
    public string RowNumber { get; init; } = "rowid";

    /// <summary>The first of SQLite's names for a row's number that no column of the table has.</summary>
    internal static string RowNumberOf(Table table) => Free(table) ?? Names[0];

    /// <summary>Whether columns have all names by which a row's number could be said.</summary>
    public static bool HidesRowNumber(Table table) => Free(table) is null;

    private static readonly string[] Names = ["rowid", "_rowid_", "oid"];

    private static string? Free(Table table) => Names.FirstOrDefault(n => table.FindColumn(n, Dialect.Of(DatabaseKind.Sqlite)) is null);
}
