using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Keeping;

/// <summary>What a table demands of its rows: that columns together are unique, or that one takes no NULL, or a check.</summary>
/// <param name="Columns">The columns it is about; none where nobody knows.</param>
/// <param name="Kind">What it demands of them.</param>
internal sealed record Demand(Items<string> Columns, string Kind)
{
    public const string Unique = "unique";

    /// <summary>Every demand of a table.</summary>
    public static IEnumerable<Demand> Of(Table table) =>
    [
        .. table.Columns.Where(c => c.Nullable == false).Select(c => new Demand(Items.Of(c.Name), "not null")),
        .. table.PrimaryKey is { } key ? [new Demand(key.Columns, Unique)] : Array.Empty<Demand>(),
        .. table.Uniques.Select(u => new Demand(u.Columns, Unique)),
        .. table.Indexes.Where(i => i.Unique).Select(i => new Demand(i.Columns.Select(c => c.Name).ToItems(), Unique)),
        .. table.Checks.Select(c => new Demand(Items<string>.Empty, c.Expression)),
    ];

    /// <summary>Whether it is the same one, by other names of the columns.</summary>
    public bool Is(Demand other, Dialect dialect) => Kind == other.Kind && Columns.Count == other.Columns.Count && Columns.All(c => other.Columns.Contains(c, dialect.Names));

    /// <summary>Whether values of the columns matter to it.</summary>
    public bool IsAbout(IEnumerable<string> columns, Dialect dialect) => Columns.Count == 0 || Columns.Any(c => columns.Contains(c, dialect.Names));
}
