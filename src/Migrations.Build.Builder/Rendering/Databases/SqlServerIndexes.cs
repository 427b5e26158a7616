using FluentMigrator.Generation;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Which indexes FluentMigrator's SQL Server generator gets wrong.</summary>
internal static class SqlServerIndexes
{
    private const string NullsDistinct = "SqlServerIndexColumnNullsDistinct";
    private const string Filter = "SqlServerIndexFilter";

    /// <summary>Why the index cannot be rendered; null when it can.</summary>
    public static string? Refuses(TableIndex index) => !index.Unique && Asked(index).Any()
        ? "whether nulls are distinct matters to a unique index only"
        : null;

    /// <summary>FluentMigrator loses the filter when nulls are spoken of too, and writes AND without WHERE; here both are one filter.</summary>
    public static TableIndex Settle(TableIndex index, IQuoter quoter)
    {
        var filter = index.Features.FirstOrDefault(f => f.Key == Filter);
        if (filter is null || !Asked(index).Any())
        {
            return index;
        }

        var whole = AsksFor(index.Features);
        var conditions = index.Columns
            .Where(c => (AsksFor(c.Features) ?? whole ?? true) == false)
            .Select(c => quoter.QuoteColumnName(c.Name) + " IS NOT NULL");
        var both = string.Join(" AND ", conditions.Prepend("(" + filter.Values[0].Text + ")"));
        return index with
        {
            Features = index.Features.Where(f => f.Key is not (Filter or NullsDistinct)).Append(new Feature(Filter, Items.Of(Value.Of(both)))).ToItems(),
            Columns = index.Columns.Select(c => c with { Features = c.Features.Where(f => f.Key != NullsDistinct).ToItems() }).ToItems(),
        };
    }

    private static IEnumerable<Feature> Asked(TableIndex index) =>
        index.Features.Concat(index.Columns.SelectMany(c => c.Features)).Where(f => f.Key == NullsDistinct);

    private static bool? AsksFor(Items<Feature> features) =>
        features.FirstOrDefault(f => f.Key == NullsDistinct) is { } feature ? feature.Values[0].Text == "true" : null;
}
