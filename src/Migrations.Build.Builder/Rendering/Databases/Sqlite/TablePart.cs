using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>A column or constraint in the text of a table, with the blanks and comments around it; what stands behind its comma on the same line is its own.</summary>
internal sealed record TablePart(string Lead, string Text, string Trail, string After = "")
{
    private static readonly string[] Constraints = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

    private readonly SqlStatement _statement = StatementSplitter.Split(Text, DatabaseKind.Sqlite, insideBatches: false)[0];

    /// <summary>The column's name; null for a constraint.</summary>
    public string? Column => _statement.Tokens[0].IsAny(Constraints) ? null : _statement.Tokens[0].Text;

    /// <summary>The column's type as it is written; empty when it has none.</summary>
    public string Type => string.Join(' ', _statement.Tokens.Skip(1).Take(AfterType().Position - 1).Select(t => Text[t.Start..t.End]));

    /// <summary>Its clauses.</summary>
    public Items<Clause> Clauses => ClauseReader.Read(_statement, AfterType());

    private int NameEnd => _statement.Tokens[0].End;

    private int TypeEnd => AfterType().Position is > 0 and var at ? _statement.Tokens[at - 1].End : NameEnd;

    /// <summary>The text of a clause.</summary>
    public string Of(Clause clause) => Text[clause.Start..clause.End];

    /// <summary>The text of the first clause of a kind; null when there is none.</summary>
    public string? Of(ClauseKind kind) => Clauses.FirstOrDefault(c => c.Kind == kind) is { } clause ? Of(clause) : null;

    /// <summary>The column with another type.</summary>
    public TablePart WithType(string type) => With(Text[..NameEnd] + (type.Length == 0 ? "" : " " + type) + Text[TypeEnd..]);

    /// <summary>The part without a clause; null when nothing is left.</summary>
    public TablePart? Without(Clause clause)
    {
        var text = Text[..clause.Start].TrimEnd(' ', '\t') + Text[clause.End..];
        return text.Trim().Length == 0 || StatementSplitter.Split(text, DatabaseKind.Sqlite, insideBatches: false).Count == 0 ? null : With(text);
    }

    /// <summary>The column with a clause of a kind in the place of what it has of that kind, or without one.</summary>
    public TablePart With(ClauseKind kind, string? clause)
    {
        var there = Clauses.FirstOrDefault(c => c.Kind == kind);
        return (there, clause) switch
        {
            (null, null) => this,
            (null, { } text) => With(Text[..TypeEnd] + " " + text + Text[TypeEnd..]),
            ({ } old, null) => Without(old)!,
            ({ } old, { } text) => With(Text[..old.Start] + text + Text[old.End..]),
        };
    }

    private SqlCursor AfterType()
    {
        var cursor = new SqlCursor(_statement, DatabaseKind.Sqlite);
        if (Column is not null)
        {
            cursor.Take();
            cursor.SkipTo(t => t.IsAny(ClauseReader.Starts));
        }

        return cursor;
    }

    // A comment at the end needs the end of its line.
    private TablePart With(string text) => new(Lead, text.TrimStart().TrimEnd(' ', '\t'), Trail, After);
}
