using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Comparing;

/// <summary>SQL text as its database reads it: tokens without comments, names without needless quotes and the default schema, letters where they count.</summary>
internal static class SqlForm
{
    private static readonly string[] Heads = ["CREATE", "ALTER", "OR", "REPLACE"];

    /// <summary>The form of an expression or a statement; of a definition without how it came to be: made, made anew or altered.</summary>
    public static string Of(string text, Dialect dialect)
    {
        var tokens = StatementSplitter.Split(text, dialect.Kind, insideBatches: true).SelectMany(s => s.Tokens).Where(t => t.Kind != SqlTokenKind.Delimiter).ToList();
        var made = tokens.Count > 0 && tokens[0].IsAny("CREATE", "ALTER");
        if (made)
        {
            tokens.RemoveRange(0, tokens.TakeWhile(t => t.IsAny(Heads)).Count());
            var condition = tokens.FindIndex(t => t.Is("IF"));
            if (condition is > 0 and < 4 && tokens.Count > condition + 2 && tokens[condition + 1].Is("NOT"))
            {
                tokens.RemoveRange(condition, 3);
            }
        }

        return string.Join(" ", WithoutDefaultSchema(Unwrapped(tokens), dialect).Select(t => Of(t, dialect)));
    }

    private static List<SqlToken> Unwrapped(List<SqlToken> tokens)
    {
        while (tokens.Count > 2 && tokens[0].Is('(') && Closing(tokens) == tokens.Count - 1)
        {
            tokens = tokens.GetRange(1, tokens.Count - 2);
        }

        return tokens;
    }

    private static int Closing(List<SqlToken> tokens)
    {
        var depth = 0;
        return tokens.FindIndex(t => (depth += t.Is('(') ? 1 : t.Is(')') ? -1 : 0) == 0);
    }

    private static IEnumerable<SqlToken> WithoutDefaultSchema(List<SqlToken> tokens, Dialect dialect)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var isSchema = dialect.DefaultSchema is { } schema && IsName(tokens[i]) && dialect.Names.Equals(Of(tokens[i], dialect), schema)
                && i + 2 < tokens.Count && tokens[i + 1].Is('.') && IsName(tokens[i + 2]) && !(i > 0 && tokens[i - 1].Is('.'));
            if (isSchema)
            {
                i++;
                continue;
            }

            yield return tokens[i];
        }
    }

    private static bool IsName(SqlToken token) => token.Kind is SqlTokenKind.Word or SqlTokenKind.Name;

    // Where the engine tells letters of quoted names apart, it makes those of others small.
    private static string Of(SqlToken token, Dialect dialect) => token.Kind switch
    {
        SqlTokenKind.Text => "'" + token.Text + "'",
        SqlTokenKind.Name when dialect.Names.Equals("a", "A") => Lower(token.Text),
        SqlTokenKind.Word => Lower(token.Text),
        SqlTokenKind.Number => token.Text.ToLowerInvariant(),
        _ => token.Text,
    };

    private static string Lower(string name) => new([.. name.Select(c => c is >= 'A' and <= 'Z' ? char.ToLowerInvariant(c) : c)]);
}
