using System.Text;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Folding;

/// <summary>The references to a table in the text of a view or a trigger.</summary>
internal static class References
{
    private static readonly string[] BeforeTables = ["FROM", "JOIN", "UPDATE", "INTO"];
    private static readonly string[] EndOfTables = ["WHERE", "GROUP", "ORDER", "SELECT", "SET", "ON"];

    /// <summary>The text with another name for the table; null where it does not refer to it.</summary>
    public static string? Renamed(string text, TableName from, TableName to, Dialect dialect)
    {
        if (text.IndexOf(from.Name, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return null;
        }

        var (written, at, name) = (new StringBuilder(), 0, QuotedName.Of(to.Name, dialect));
        foreach (var statement in StatementSplitter.Split(text, dialect.Kind, insideBatches: true))
        {
            foreach (var token in Of(statement.Tokens, dialect.Resolve(from), dialect))
            {
                written.Append(text, at, token.Start - at).Append(name);
                at = token.End;
            }
        }

        return at == 0 ? null : written.Append(text, at, text.Length - at).ToString();
    }

    // Behind a word that a table follows, or in front of a column. What belongs to another schema is another table.
    private static IEnumerable<SqlToken> Of(IReadOnlyList<SqlToken> tokens, TableName table, Dialect dialect)
    {
        var isTrigger = tokens.Take(5).Any(t => t.Is("TRIGGER"));
        var (inTables, watched) = (false, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            var (before, token) = (i > 0 ? tokens[i - 1] : null, tokens[i]);
            var watches = isTrigger && !watched && before?.Is("ON") == true;
            watched |= watches;
            inTables = token.Is("FROM") || (inTables && !token.IsAny(EndOfTables) && !token.Is(')'));
            var qualified = before?.Is('.') == true;
            var schema = qualified && i > 1 ? tokens[i - 2].Text : null;
            var stands = watches || before?.IsAny(BeforeTables) == true || (inTables && before?.Is(',') == true) || (!qualified && i + 1 < tokens.Count && tokens[i + 1].Is('.'));
            if (IsName(token) && (stands || schema is not null) && dialect.Same(new(schema, Name(token, dialect)), table))
            {
                yield return token;
            }
        }
    }

    private static bool IsName(SqlToken token) => token.Kind is SqlTokenKind.Word or SqlTokenKind.Name;

    private static string Name(SqlToken token, Dialect dialect) =>
        token.Kind == SqlTokenKind.Word && dialect.Kind == DatabaseKind.Postgres ? token.Text.ToLowerInvariant() : token.Text;
}
