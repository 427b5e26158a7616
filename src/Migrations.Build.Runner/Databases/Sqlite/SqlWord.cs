namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>A word, a name, a text or a sign in SQL text, where it stands, and the quote it stood in.</summary>
internal sealed record SqlWord(string Text, char Quote, int Start, int End)
{
    /// <summary>Whether it is the given keyword or sign.</summary>
    public bool Is(string word) => Quote == '\0' && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
