namespace Migrations.Build.Model.Sql;

/// <summary>The kinds of token in SQL text.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or an unquoted name.</summary>
    Word,

    /// <summary>A quoted name.</summary>
    Name,

    /// <summary>A string, dollar-quoted ones included.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One character of anything else.</summary>
    Symbol,

    /// <summary>What ends a statement: a semicolon, or what a client command put in its place.</summary>
    Delimiter,

    /// <summary>The end of the text.</summary>
    End,
}
