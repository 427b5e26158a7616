using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Verification.Chains;

/// <summary>What has to be known of the migrations before, beside the database that they left.</summary>
internal sealed record Past
{
    public static Past None { get; } = new();

    /// <summary>What is missing because it could not run.</summary>
    public Items<Gap> Gaps { get; init; } = Items<Gap>.Empty;

    /// <summary>What a migration needs and is missing; null when there is nothing.</summary>
    /// <param name="link">The migration.</param>
    /// <param name="rows">Whether to look for rows that are missing, or else for objects.</param>
    public Gap? Needed(Link link, bool rows) => Gaps.FirstOrDefault(g => g.RowsOnly == rows && (link.Entry.Tables.Contains(g.Name, Dialect.Of(DatabaseKind.Sqlite).Names)
        || link.Up.Concat(link.Down).Any(s => Words.Contains(s.Text, g.Name))));

    public Past With(IEnumerable<Gap> gaps) => this with { Gaps = Gaps.Concat(gaps.Where(g => g.Name.Length > 0)).DistinctBy(g => (g.Name.ToUpperInvariant(), g.RowsOnly)).ToItems() };
}
