using System.Text.RegularExpressions;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Tells from SQLite's words whether it could not read a statement, or refused what the statement does.</summary>
internal static partial class ForeignSql
{
    /// <summary>Whether SQLite does not know what is written, which another engine may well know.</summary>
    /// <param name="why">What SQLite said.</param>
    /// <param name="written">Whether a person wrote the statement; else only an expression in it.</param>
    public static bool IsUnread(string why, bool written) => Unreadable().IsMatch(why) || (written && Unknown().IsMatch(why));

    [GeneratedRegex(@"syntax error|unrecognized token|incomplete input|no such (function|collation sequence|module)|unknown function|wrong number of arguments|is not constant|prohibited in|unsupported|not authorized|near """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unreadable();

    // What the engine brings along, such as its catalogs, sequences and types.
    [GeneratedRegex(@"no such |unknown |foreign key mismatch|cannot (add|modify|drop)|may not be|already exists|has no column|has \d+ values? for \d+ columns?|\d+ values for \d+ columns|ambiguous column|misuse of", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();
}
