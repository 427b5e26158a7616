using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>What one way of a migration keeps of the data that it destroys on a database, and where.</summary>
/// <param name="Database">The database.</param>
/// <param name="Name">The table that holds it, which the keep statement makes; see <see cref="NameOf"/>.</param>
/// <param name="Table">The table that it is taken from, by the name that it has then.</param>
public sealed record KeptData(DatabaseKind Database, string Name, string Table)
{
    /// <summary>How the names of all such tables begin.</summary>
    public const string Prefix = "migrations_kept_";

    /// <summary>The column of such a table that is not null where a later edit has taken the place of what was kept.</summary>
    public const string StateColumn = "migrations_state";

    /// <summary>The column of such a table that holds the number of a row that no key tells from any other.</summary>
    public const string RowColumn = "migrations_row";

    /// <summary>The columns whose values are kept; none where whole rows are.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>What destroys it, as the end of a sentence: <c>the column is dropped</c>.</summary>
    public string Why { get; init; } = "";

    /// <summary>The way that destroys it; the other way brings it back.</summary>
    public Direction Way { get; init; }

    /// <summary>The name of a table that holds no data, but notes which rows Up inserted: <c>migrations_kept_7_i1</c>. Down deletes those and no others.</summary>
    public static string NoteOf(long version, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{version}_i{number}");

    /// <summary>The name of such a table: <c>migrations_kept_7_1</c> for what Up of version 7 keeps first, <c>migrations_kept_7_d1</c> for what Down does.</summary>
    public static string NameOf(long version, Direction way, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{version}_{(way == Direction.Down ? "d" : "")}{number}");
}
