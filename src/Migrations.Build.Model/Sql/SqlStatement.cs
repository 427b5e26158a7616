namespace Migrations.Build.Model.Sql;

/// <summary>One statement: its text without what ends it, and its tokens.</summary>
internal sealed record SqlStatement(string Source, IReadOnlyList<SqlToken> Tokens, bool Broken)
{
    /// <summary>Where what ended the statement before ends.</summary>
    public int From { get; init; }

    /// <summary>Where what ends this one begins.</summary>
    public int To { get; init; }

    /// <summary>The text between the two, comments around the statement included.</summary>
    public string Whole => Between(From, To);

    /// <summary>The statement's own text.</summary>
    public string Text => Between(Tokens[0].Start, Tokens[Tokens.Count - 1].End);

    /// <summary>The text between two positions.</summary>
    public string Between(int start, int end) => Source.Substring(start, end - start);
}
