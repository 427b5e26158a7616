using System.Text;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>The text of a CREATE TABLE statement, taken apart; written again, what was not changed is as it was, byte for byte.</summary>
/// <param name="Parts">The columns and constraints.</param>
/// <param name="Tail">What follows the last parenthesis: the table's options.</param>
internal sealed record TableText(Items<TablePart> Parts, string Tail)
{
    /// <summary>Reads a statement of SQLite's catalog; null when it is no table that has its columns in its text.</summary>
    public static TableText? Read(string sql)
    {
        var statement = StatementSplitter.Split(sql, DatabaseKind.Sqlite, insideBatches: false).SingleOrDefault();
        var tokens = statement?.Tokens;
        if (tokens is null || statement!.Broken || !tokens[0].Is("CREATE") || !tokens[1].Is("TABLE") || tokens.Count < 6 || !tokens[3].Is('('))
        {
            return null;
        }

        var (parts, depth, first, from) = (new List<TablePart>(), 0, 4, tokens[3].End);
        for (var at = 3; at < tokens.Count; at++)
        {
            depth += tokens[at].Is('(') ? 1 : tokens[at].Is(')') ? -1 : 0;
            if (depth == 0 || (depth == 1 && tokens[at].Is(',')))
            {
                var (start, end) = (tokens[first].Start, tokens[at - 1].End);
                var after = depth == 0 ? "" : After(sql[tokens[at].End..tokens[at + 1].Start]);
                parts.Add(new(sql[from..start], sql[start..end], sql[end..tokens[at].Start], after));
                (first, from) = (at + 1, tokens[at].End + after.Length);
            }

            if (depth == 0)
            {
                return new(parts.ToItems(), sql[tokens[at].End..]);
            }
        }

        return null;
    }

    /// <summary>The statement that makes a table of the given name.</summary>
    public string Write(string name)
    {
        var text = new StringBuilder("CREATE TABLE ").Append(QuotedName.Of(name, Dialect.Of(DatabaseKind.Sqlite))).Append(" (");
        for (var i = 0; i < Parts.Count; i++)
        {
            var (part, last) = (Parts[i], i == Parts.Count - 1);
            text.Append(i > 0 && Parts[i - 1].After.Length > 0 && part.Lead is not ['\n', ..] ? "\n" : "").Append(part.Lead).Append(part.Text).Append(part.Trail);
            text.Append(last ? "" : ",").Append(part.After).Append(last && part.After.Length > 0 ? "\n" : "");
        }

        return text.Append(')').Append(Tail).ToString();
    }

    /// <summary>The part of a column; null when there is none.</summary>
    public TablePart? Find(string column) => Parts.FirstOrDefault(p => Is(p.Column, column));

    /// <summary>The table with a part changed, or without it.</summary>
    public TableText With(TablePart part, TablePart? changed) =>
        this with { Parts = Parts.SelectMany(p => ReferenceEquals(p, part) ? changed is null ? [] : [changed] : new[] { p }).ToItems() };

    /// <summary>The table with a new column behind the others.</summary>
    public TableText WithColumn(string definition)
    {
        var columns = Parts.Count(p => p.Column is not null);
        return this with { Parts = Parts.Take(columns).Append(new(" ", definition, "")).Concat(Parts.Skip(columns)).ToItems() };
    }

    /// <summary>The table with a new constraint at the end.</summary>
    public TableText WithConstraint(string definition) => this with { Parts = Parts.Add(new(" ", definition, "")) };

    /// <summary>The table without a clause, wherever it stands.</summary>
    public TableText Without(TablePart part, Clause clause) => With(part, part.Without(clause));

    /// <summary>The table without a column, and without the keys, foreign keys and checks that it is part of.</summary>
    public TableText WithoutColumn(string column)
    {
        var text = With(Find(column)!, null);
        while (text.All().FirstOrDefault(c => GoesWith(c.Clause, column)) is { Part: { } part, Clause: { } clause })
        {
            text = text.Without(part, clause);
        }

        return text;
    }

    /// <summary>The clause of a column's or of the table's own that fits, with the columns it is about; null when none does.</summary>
    public (TablePart Part, Clause Clause)? Find(Func<Clause, Items<string>, bool> fits)
    {
        foreach (var (part, clause) in All())
        {
            if (fits(clause, part.Column is { } column ? Items.Of(column) : clause.Columns))
            {
                return (part, clause);
            }
        }

        return null;
    }

    private static string After(string between)
    {
        var line = between.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? between[..end] : "";
        return string.IsNullOrWhiteSpace(line) || line.LastIndexOf("/*", StringComparison.Ordinal) > line.LastIndexOf("*/", StringComparison.Ordinal) ? "" : line;
    }

    private static bool Is(string? name, string other) => AsciiComparer.IgnoreCase.Equals(name, other);

    private static bool GoesWith(Clause clause, string column) => clause.Kind switch
    {
        ClauseKind.PrimaryKey or ClauseKind.Unique or ClauseKind.ForeignKey => clause.Columns.Contains(column, AsciiComparer.IgnoreCase),
        ClauseKind.Check => clause.Mentions(column),
        _ => false,
    };

    private IEnumerable<(TablePart Part, Clause Clause)> All() => Parts.SelectMany(p => p.Clauses.Select(c => (p, c)));
}
