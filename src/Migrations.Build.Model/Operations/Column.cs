using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Model.Operations;

/// <summary>A column, as an operation writes it or as the folded schema knows it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The column's type.</param>
public sealed record Column(string Name, ColumnType Type)
{
    /// <summary>Whether nulls are allowed; null where the migration did not say. In a folded schema it is always said.</summary>
    public bool? Nullable { get; init; }

    /// <summary>The default; null where there is none, <see cref="Value.Null"/> where the migration says null.</summary>
    public Value? Default { get; init; }

    /// <summary>Whether the database numbers the rows.</summary>
    public bool Identity { get; init; }

    /// <summary>Whether an operation makes the column (part of) the primary key; a folded schema says so on the table instead.</summary>
    public bool PrimaryKey { get; init; }

    /// <summary>The primary key's name where an operation gives one.</summary>
    public string? PrimaryKeyName { get; init; }

    /// <summary>The expression of a computed column.</summary>
    public Computed? Computed { get; init; }

    /// <summary>The collation.</summary>
    public string? Collation { get; init; }

    /// <summary>The description stored in the database.</summary>
    public string? Description { get; init; }

    /// <summary>Further named descriptions.</summary>
    public Items<NamedText> Descriptions { get; init; } = Items<NamedText>.Empty;

    /// <summary>Engine-specific features.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;

    /// <summary>What the call says of the rows that are there, where its source was read; the update itself is a step of its own.</summary>
    [NotCanonical]
    public ExistingRows? ExistingRows { get; init; }
}
