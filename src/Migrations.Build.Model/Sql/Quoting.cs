using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Sql;

/// <summary>How an engine quotes and comments.</summary>
internal sealed record Quoting
{
    private Quoting()
    {
    }

    /// <summary>The quotes of names; the engine's own come first.</summary>
    public string NameQuotes { get; private init; } = "\"";

    /// <summary>The quotes of strings.</summary>
    public string TextQuotes { get; private init; } = "'";

    /// <summary>Whether a backslash escapes in every string, and not only in <c>E''</c> strings.</summary>
    public bool Backslash { get; private init; }

    /// <summary>Whether <c>E''</c> and dollar-quoted strings are known.</summary>
    public bool Postgres { get; private init; }

    /// <summary>Whether <c>#</c> starts a comment, and <c>--</c> does only in front of a space.</summary>
    public bool MySql { get; private init; }

    /// <summary>Whether comments in <c>/* */</c> nest.</summary>
    public bool NestedComments { get; private init; }

    public static Quoting Of(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new() { NameQuotes = "\"`[" },
        DatabaseKind.Postgres => new() { Postgres = true, NestedComments = true },
        DatabaseKind.SqlServer => new() { NameQuotes = "\"[", NestedComments = true },
        _ => new() { NameQuotes = "`", TextQuotes = "'\"", Backslash = true, MySql = true },
    };
}
