namespace Migrations.Build.Model.Sql;

/// <summary>A token and where it stands; the text of a quoted one is what the quotes mean.</summary>
internal sealed record SqlToken(SqlTokenKind Kind, string Text, int Start, int End)
{
    /// <summary>Whether it is the given keyword (or unquoted name).</summary>
    public bool Is(string word) => Kind == SqlTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is one of the given keywords.</summary>
    public bool IsAny(params string[] words) => Kind == SqlTokenKind.Word && words.Contains(Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is the given character.</summary>
    public bool Is(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;
}
