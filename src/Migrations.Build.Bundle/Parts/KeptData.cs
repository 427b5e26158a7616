using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>What a migration keeps of the data that it destroys on a database, and where.</summary>
/// <param name="Database">The database.</param>
/// <param name="Name">The table that holds it, which the keep statement makes; <c>migrations_kept_</c>, the version and a number.</param>
/// <param name="Table">The table that it is taken from, by the name that it has then.</param>
public sealed record KeptData(DatabaseKind Database, string Name, string Table)
{
    /// <summary>How the names of all such tables begin.</summary>
    public const string Prefix = "migrations_kept_";

    /// <summary>The column of such a table that is not null where a later edit has taken the place of what was kept.</summary>
    public const string StateColumn = "migrations_state";

    /// <summary>The columns whose values are kept; none where whole rows are.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>What destroys it, as the end of a sentence: <c>the column is dropped</c>.</summary>
    public string Why { get; init; } = "";
}
