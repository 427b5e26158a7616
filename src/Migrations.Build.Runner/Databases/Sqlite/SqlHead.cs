namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Reads how a statement begins.</summary>
internal static class SqlHead
{
    /// <summary>The first word in capitals; empty when there is none.</summary>
    public static string Word(string sql) => SqlWords.Of(sql).FirstOrDefault()?.Text.ToUpperInvariant() ?? "";

    /// <summary>The table that the statement drops; null when it drops none.</summary>
    public static string? DroppedTable(string sql)
    {
        var words = SqlWords.Of(sql).Take(8).ToArray();
        if (words.Length < 3 || !words[0].Is("DROP") || !words[1].Is("TABLE"))
        {
            return null;
        }

        var at = words[2].Is("IF") ? 4 : 2;
        return at + 2 < words.Length && words[at + 1].Is(".") ? words[at + 2].Text : at < words.Length ? words[at].Text : null;
    }
}
