using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Sql;

/// <summary>Takes a script apart into statements; the bodies of triggers and routines stay whole.</summary>
internal sealed class StatementSplitter
{
    private static readonly string[] Routines = ["TRIGGER", "PROCEDURE", "PROC", "FUNCTION", "EVENT", "PACKAGE"];
    private static readonly string[] LoopWords = ["IF", "LOOP", "WHILE", "REPEAT", "FOR"];
    private readonly string _text;
    private readonly DatabaseKind _database;
    private readonly SqlScanner _scanner;
    private readonly List<SqlStatement> _statements = [];
    private List<SqlToken> _tokens = [];
    private int _depth;
    private int _start;
    private bool _delimited;

    private StatementSplitter(string text, DatabaseKind database)
    {
        (_text, _database) = (text, database);
        _scanner = new SqlScanner(text, Quoting.Of(database));
    }

    private bool IsSqlServer => _database == DatabaseKind.SqlServer;

    /// <summary>The statements; on SQL Server, where a batch is what is sent, the batches unless <paramref name="insideBatches"/>.</summary>
    public static IReadOnlyList<SqlStatement> Split(string text, DatabaseKind database, bool insideBatches)
    {
        var splitter = new StatementSplitter(text, database);
        splitter.Run(insideBatches || database != DatabaseKind.SqlServer);
        return splitter._statements;
    }

    /// <summary>Whether a client command in the text changes what ends a statement.</summary>
    public static bool ChangesDelimiter(string text, DatabaseKind database)
    {
        var splitter = new StatementSplitter(text, database);
        splitter.Run(atDelimiters: true);
        return splitter._delimited;
    }

    private void Run(bool atDelimiters)
    {
        for (var token = _scanner.Next(); token.Kind != SqlTokenKind.End; token = _scanner.Next())
        {
            if (IsClientCommand(token) || (token.Kind == SqlTokenKind.Delimiter && atDelimiters && !InBody()))
            {
                Close(token.Start);
            }
            else
            {
                Take(token);
            }
        }

        Close(_text.Length);
    }

    private void Close(int end)
    {
        if (_tokens.Any(t => t.Kind != SqlTokenKind.Delimiter))
        {
            _statements.Add(new(_text, _tokens, _scanner.Broken) { From = _start, To = end });
        }

        (_tokens, _depth, _start) = ([], 0, _scanner.Position);
    }

    private bool IsClientCommand(SqlToken token)
    {
        if (_database is DatabaseKind.MySql or DatabaseKind.MariaDb && _tokens.Count == 0 && token.Is("DELIMITER") && StartsLine(token))
        {
            var delimiter = _scanner.RestOfLine();
            _scanner.Delimiter = delimiter.Length == 0 ? ";" : delimiter;
            _delimited = true;
            return true;
        }

        return IsSqlServer && token.Is("GO") && IsGoLine(token);
    }

    private bool IsGoLine(SqlToken token)
    {
        var end = _text.IndexOf('\n', token.End);
        var rest = _text.Substring(token.End, (end < 0 ? _text.Length : end) - token.End).Trim();
        if (!StartsLine(token) || !rest.All(c => c is >= '0' and <= '9'))
        {
            return false;
        }

        _scanner.RestOfLine();
        return true;
    }

    private bool StartsLine(SqlToken token)
    {
        var line = token.Start == 0 ? 0 : _text.LastIndexOf('\n', token.Start - 1) + 1;
        return string.IsNullOrWhiteSpace(_text.Substring(line, token.Start - line).TrimStart('\ufeff'));
    }

    private void Take(SqlToken token)
    {
        var last = _tokens.Count == 0 ? null : _tokens[_tokens.Count - 1];
        _tokens.Add(token);
        if (!IsRoutine() && !IsSqlServer)
        {
            return;
        }

        if (!IsSqlServer && last is not null && last.Is("END") && token.IsAny(LoopWords))
        {
            // END IF closes an IF, which was not counted.
            _depth++;
        }
        else if (token.Is("BEGIN") || (token.Is("CASE") && last?.Is("END") != true))
        {
            _depth++;
        }
        else if (last is not null && last.Is("BEGIN") && token.IsAny("TRAN", "TRANSACTION"))
        {
            _depth--;
        }
        else if (token.Is("END") && _depth > 0)
        {
            _depth--;
        }
    }

    private bool IsRoutine() => _tokens[0].IsAny("CREATE", "ALTER") && _tokens.Take(12).Any(t => t.IsAny(Routines));

    /// <summary>Whether a delimiter here stands inside a body: a routine of SQL Server has the whole batch for its body.</summary>
    private bool InBody() => _tokens.Count > 0 && (_depth > 0 || (IsSqlServer && IsRoutine()) || IsTriggerHead());

    private bool IsTriggerHead() =>
        _database == DatabaseKind.Sqlite && IsRoutine() && _tokens.Take(4).Any(t => t.Is("TRIGGER")) && !_tokens.Any(t => t.Is("BEGIN"));
}
