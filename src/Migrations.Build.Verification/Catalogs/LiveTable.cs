using Migrations.Build.Model.Databases;

namespace Migrations.Build.Verification.Catalogs;

/// <summary>A table as the database has it.</summary>
internal sealed record LiveTable(string Name, string Sql)
{
    /// <summary>Every column that can be read, generated ones too.</summary>
    public required IReadOnlyList<LiveColumn> Columns { get; init; }

    /// <summary>The columns of each unique key: the primary key, unique constraints and unique indexes.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Uniques { get; init; }

    /// <summary>The foreign keys.</summary>
    public required IReadOnlyList<LiveForeignKey> ForeignKeys { get; init; }

    /// <summary>Whether rows have a number of their own.</summary>
    public bool HasRowId { get; init; } = true;

    /// <summary>Whether the table takes only values of the declared types.</summary>
    public bool Strict { get; init; }

    /// <summary>The columns that a row can give a value to.</summary>
    public IEnumerable<LiveColumn> Writable => Columns.Where(c => !c.Generated);

    /// <summary>The columns of the primary key, in its order.</summary>
    public IReadOnlyList<LiveColumn> Key => [.. Columns.Where(c => c.KeyPart > 0).OrderBy(c => c.KeyPart)];

    /// <summary>The single whole-number column that is the key, where there is one.</summary>
    public LiveColumn? NumberKey => Key is [var only] && only.Type.Contains("INT", StringComparison.OrdinalIgnoreCase) ? only : null;

    /// <summary>The column of a name; null when there is none.</summary>
    public LiveColumn? Find(string column) => Columns.FirstOrDefault(c => AsciiComparer.IgnoreCase.Equals(c.Name, column));

    /// <summary>Whether the column alone must be unique.</summary>
    public bool IsUnique(string column) => Uniques.Any(u => u.Count == 1 && AsciiComparer.IgnoreCase.Equals(u[0], column));
}
