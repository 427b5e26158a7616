using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>A clause in the definition of a column or table, from its CONSTRAINT to its end.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name behind CONSTRAINT.</param>
/// <param name="Start">Where it begins in the text of its part.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Clause(ClauseKind Kind, string? Name, int Start, int End)
{
    /// <summary>The columns that a clause of the table lists; none for a clause of a column.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>The table that a foreign key refers to.</summary>
    public string? Referenced { get; init; }

    /// <summary>Whether a primary key has AUTOINCREMENT.</summary>
    public bool Numbered { get; init; }

    /// <summary>The names and words in it.</summary>
    public Items<string> Words { get; init; } = Items<string>.Empty;

    /// <summary>Whether it may speak of the column.</summary>
    public bool Mentions(string column) => Words.Contains(column, AsciiComparer.IgnoreCase);
}
