using System.Text;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Reads from the text of a CREATE TABLE statement what no pragma tells: checks, collations, expressions, AUTOINCREMENT.</summary>
internal sealed class SqliteTableText
{
    private readonly Dictionary<string, string> _collations = new(AsciiComparer.IgnoreCase);
    private readonly Dictionary<string, string> _expressions = new(AsciiComparer.IgnoreCase);
    private readonly HashSet<string> _numbered = new(AsciiComparer.IgnoreCase);
    private readonly List<Check> _checks = [];

    private SqliteTableText()
    {
    }

    /// <summary>The checks, in the order of their names and expressions.</summary>
    public Items<Check> Checks => _checks.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Expression, StringComparer.Ordinal).ToItems();

    /// <summary>The collation of a column.</summary>
    public string? Collation(string column) => _collations.GetValueOrDefault(column);

    /// <summary>Whether a column's numbers are never used again.</summary>
    public bool IsNumbered(string column) => _numbered.Contains(column);

    /// <summary>The expression of a computed column.</summary>
    public Computed Computed(string column, bool stored) => new(_expressions.GetValueOrDefault(column, ""), stored);

    /// <summary>Whether a constraint says what becomes of a row that breaks it.</summary>
    public bool ResolvesConflicts { get; private init; }

    /// <summary>Reads a statement.</summary>
    public static SqliteTableText Read(string sql)
    {
        var words = SqlWords.Of(sql).ToArray();
        var read = new SqliteTableText { ResolvesConflicts = words.Any(w => w.Is("CONFLICT")) };
        var (depth, first) = (0, 0);
        for (var at = 0; at < words.Length; at++)
        {
            depth += words[at].Is("(") ? 1 : words[at].Is(")") ? -1 : 0;
            if ((depth == 1 && (words[at].Is(",") || words[at].Is("("))) || (depth == 0 && words[at].Is(")")))
            {
                if (first > 0)
                {
                    read.Part(words.AsSpan(first, at - first));
                }

                first = at + 1;
            }

            // What follows the definitions are the table's options.
            if (depth == 0 && words[at].Is(")"))
            {
                break;
            }
        }

        return read;
    }

    private void Part(ReadOnlySpan<SqlWord> words)
    {
        if (words.Length == 0)
        {
            return;
        }

        var column = words[0].Quote != '\0' || !(words[0].Is("CONSTRAINT") || words[0].Is("CHECK") || words[0].Is("PRIMARY") || words[0].Is("UNIQUE") || words[0].Is("FOREIGN"))
            ? words[0].Text
            : null;
        string? name = null;
        for (var at = 0; at < words.Length; at++)
        {
            var next = at + 1 < words.Length ? words[at + 1] : null;
            if (words[at].Is("CONSTRAINT") && next is not null)
            {
                name = next.Text;
            }
            else if (words[at].Is("CHECK") && next?.Is("(") == true)
            {
                _checks.Add(new(name, Inner(words[(at + 1)..])));
                name = null;
            }
            else if (column is not null)
            {
                OfColumn(column, words[at], next, words[at..]);
            }

            at += words[at].Is("(") ? Length(words[at..]) - 1 : 0;
        }
    }

    private void OfColumn(string column, SqlWord word, SqlWord? next, ReadOnlySpan<SqlWord> rest)
    {
        if (word.Is("COLLATE") && next is not null)
        {
            _collations[column] = next.Text;
        }
        else if (word.Is("AS") && next?.Is("(") == true)
        {
            _expressions[column] = Inner(rest[1..]);
        }
        else if (word.Is("AUTOINCREMENT"))
        {
            _numbered.Add(column);
        }
    }

    // What stands in the parentheses, with one blank between words, however it was written.
    private static string Inner(ReadOnlySpan<SqlWord> words)
    {
        var text = new StringBuilder();
        foreach (var word in words[1..(Length(words) - 1)])
        {
            text.Append(text.Length == 0 ? "" : " ").Append(word.Quote == '\0' ? word.Text : $"{Open(word)}{word.Text}{Open(word)}");
        }

        return text.ToString();
    }

    private static char Open(SqlWord word) => word.Quote == '\'' ? '\'' : '"';

    private static int Length(ReadOnlySpan<SqlWord> words)
    {
        var depth = 0;
        for (var at = 0; at < words.Length; at++)
        {
            depth += words[at].Is("(") ? 1 : words[at].Is(")") ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return words.Length;
    }
}
