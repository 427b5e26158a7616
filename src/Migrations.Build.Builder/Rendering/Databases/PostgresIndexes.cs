using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Which indexes FluentMigrator's PostgreSQL generators get wrong.</summary>
internal static class PostgresIndexes
{
    private const string NullsDistinct = "PostgresIndexColumnNullsDistinct";

    /// <summary>Why the index cannot be rendered; null when it can.</summary>
    public static string? Refuses(TableIndex index, int version)
    {
        var asked = index.Features.Concat(index.Columns.SelectMany(c => c.Features)).Where(f => f.Key == NullsDistinct).ToList();
        if (asked.Count > 0 && !index.Unique)
        {
            return "whether nulls are distinct matters to a unique index only";
        }

        // Before version 15 FluentMigrator leaves rows with a null out of the index, so that any number of nulls would be accepted.
        return version < 15 && asked.Any(f => f.Values[0].Text == "false")
            ? "that nulls are not distinct can be said from version 15 on, and FluentMigrator would accept every null before it"
            : null;
    }
}
