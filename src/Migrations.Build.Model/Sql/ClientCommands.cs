using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Sql;

/// <summary>
/// Finds the commands in SQL text that are for a client and not for a server; <c>DELIMITER</c> on MySQL and plain lines of <c>GO</c> on
/// SQL Server and SQLite are none of them, since they are understood.
/// </summary>
internal static class ClientCommands
{
    private const string Include = "put the text of that file here, or execute it by a call of its own";
    private const string Rows = "write the rows as INSERT";
    private const string Connect = "leave it out: a release has a connection already";
    private const string Leave = "leave it out";
    private const string Semicolons = "end each statement with a semicolon instead";
    private static readonly string[] Starters = ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "GRANT", "SET", "WITH", "CALL", "EXEC", "IF", "DECLARE", "BEGIN"];
    private static readonly Regex GoWithMore = new(@"^\s*(\d+\s*)?(--|/\*|;)", RegexOptions.CultureInvariant);
    private static readonly Regex PlainGo = new(@"^\s*\d*\s*$", RegexOptions.CultureInvariant);

    public static IEnumerable<ClientLine> Of(string text, DatabaseKind database)
    {
        foreach (var statement in StatementSplitter.Split(text, database, insideBatches: true))
        {
            for (var at = 0; at < statement.Tokens.Count; at++)
            {
                if (Read(statement, at, database) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static ClientLine? Read(SqlStatement statement, int at, DatabaseKind database)
    {
        var (token, next) = (statement.Tokens[at], at + 1 < statement.Tokens.Count ? statement.Tokens[at + 1] : null);
        var command = next is { Kind: SqlTokenKind.Word } && next.Start == token.End ? next.Text.ToLowerInvariant() : "";
        return database switch
        {
            DatabaseKind.Postgres when token.Is('\\') => new("\\" + command, "psql", Remedy(command)),
            DatabaseKind.Postgres when at == 0 && token.Is("COPY") && IsFromClient(statement) => new("COPY … FROM stdin", "psql", Rows),
            DatabaseKind.MySql or DatabaseKind.MariaDb when token.Is('\\') && command.Length > 0 => new("\\" + command, "mysql", Leave),
            DatabaseKind.MySql or DatabaseKind.MariaDb when at == 0 && token.Is("SOURCE") => new("SOURCE", "mysql", Include),
            DatabaseKind.Sqlite when at == 0 && token.Is('.') && command.Length > 0 => new("." + command, "sqlite3", command == "read" ? Include : Leave),
            DatabaseKind.SqlServer when token.Is(':') && command.Length > 0 && StartsLine(statement, token) => new(":" + command, "sqlcmd", Remedy(command)),
            DatabaseKind.SqlServer when token.Is("GO") && StartsLine(statement, token) && GoWithMore.IsMatch(RestOfLine(statement, token)) =>
                new("GO" + RestOfLine(statement, token), "sqlcmd", "leave nothing but a count behind it on its line"),
            DatabaseKind.Postgres or DatabaseKind.MySql or DatabaseKind.MariaDb when token.Is("GO") && IsGoLine(statement, token, at == 0 ? null : statement.Tokens[at - 1], next) =>
                new("GO", "sqlcmd", Semicolons),
            DatabaseKind.Postgres or DatabaseKind.Sqlite or DatabaseKind.SqlServer when at == 0 && token.Is("DELIMITER") && StartsLine(statement, token) =>
                new("DELIMITER" + RestOfLine(statement, token), "mysql", Semicolons),
            _ => null,
        };
    }

    private static string Remedy(string command) => command switch
    {
        "i" or "ir" or "include" or "r" => Include,
        "copy" => Rows,
        "c" or "connect" => Connect,
        _ => Leave,
    };

    private static bool IsFromClient(SqlStatement statement) =>
        statement.Tokens.Zip(statement.Tokens.Skip(1), (a, b) => (a.Is("FROM") && b.Is("STDIN")) || (a.Is("TO") && b.Is("STDOUT"))).Any(found => found);

    private static bool IsGoLine(SqlStatement statement, SqlToken token, SqlToken? before, SqlToken? next) =>
        StartsLine(statement, token) && PlainGo.IsMatch(RestOfLine(statement, token)) && (before is null || next is null || next.IsAny(Starters));

    private static bool StartsLine(SqlStatement statement, SqlToken token)
    {
        var line = token.Start == 0 ? 0 : statement.Source.LastIndexOf('\n', token.Start - 1) + 1;
        return string.IsNullOrWhiteSpace(statement.Between(line, token.Start).TrimStart('\ufeff'));
    }

    private static string RestOfLine(SqlStatement statement, SqlToken token)
    {
        var end = statement.Source.IndexOf('\n', token.End);
        return statement.Between(token.End, end < 0 ? statement.Source.Length : end).TrimEnd();
    }
}
