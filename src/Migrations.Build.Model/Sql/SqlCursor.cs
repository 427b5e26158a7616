using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql;

/// <summary>Reads the tokens of a statement, or of a part of one, in order.</summary>
internal sealed class SqlCursor(SqlStatement statement, DatabaseKind database, int at, int end)
{
    private static readonly SqlToken None = new(SqlTokenKind.End, "", 0, 0);
    private int _at = at;

    public SqlCursor(SqlStatement statement, DatabaseKind database)
        : this(statement, database, 0, statement.Tokens.Count)
    {
    }

    public DatabaseKind Database => database;

    public bool AtEnd => _at >= end;

    public int Position => _at;

    public SqlToken Current => Ahead(0);

    public SqlToken Ahead(int count) => _at + count < end ? statement.Tokens[_at + count] : None;

    public SqlToken Take()
    {
        var token = Current;
        _at++;
        return token;
    }

    /// <summary>Passes over the given keywords when all of them come next.</summary>
    public bool Accept(params string[] words)
    {
        if (words.Where((word, i) => !Ahead(i).Is(word)).Any())
        {
            return false;
        }

        _at += words.Length;
        return true;
    }

    public bool Accept(char symbol)
    {
        var there = Current.Is(symbol);
        _at += there ? 1 : 0;
        return there;
    }

    /// <summary>Passes over any of the given keywords, as often as they come.</summary>
    public void SkipAny(params string[] words)
    {
        while (Current.IsAny(words))
        {
            _at++;
        }
    }

    /// <summary>The next name as the engine understands it; null when none comes.</summary>
    public string? Name()
    {
        if (Current.Kind is not (SqlTokenKind.Word or SqlTokenKind.Name))
        {
            return null;
        }

        var token = Take();
        return token.Kind == SqlTokenKind.Word && database == DatabaseKind.Postgres ? Lower(token.Text) : token.Text;
    }

    /// <summary>The next name with its schema; null when none comes.</summary>
    public TableName? QualifiedName()
    {
        var parts = new List<string>();
        while (Name() is { } part)
        {
            parts.Add(part);
            if (!Accept('.'))
            {
                break;
            }
        }

        return parts.Count == 0 ? null : new(parts.Count > 1 ? parts[parts.Count - 2] : null, parts[parts.Count - 1]);
    }

    /// <summary>The names in parentheses that come next; null when anything else is among them.</summary>
    public Items<string>? NameList()
    {
        if (Inner() is not { } inner)
        {
            return null;
        }

        var names = new List<string>();
        while (!inner.AtEnd)
        {
            if (inner.Name() is not { } name || !(inner.AtEnd || inner.Accept(',')))
            {
                return null;
            }

            names.Add(name);
        }

        return names.ToItems();
    }

    /// <summary>A cursor over what stands in the parentheses that come next, moving behind them; null when none come.</summary>
    public SqlCursor? Inner()
    {
        if (!Current.Is('('))
        {
            return null;
        }

        var start = _at + 1;
        SkipPart();
        return new(statement, database, start, Math.Min(_at - 1, end));
    }

    /// <summary>Moves behind one token, or behind a whole pair of parentheses.</summary>
    public void SkipPart()
    {
        var depth = 0;
        do
        {
            depth += Current.Is('(') ? 1 : Current.Is(')') ? -1 : 0;
            _at++;
        }
        while (depth > 0 && !AtEnd);
    }

    /// <summary>Moves to the next token outside parentheses that fits; to the end when none does.</summary>
    public bool SkipTo(Func<SqlToken, bool> fits)
    {
        while (!AtEnd && !fits(Current))
        {
            SkipPart();
        }

        return !AtEnd;
    }

    /// <summary>The parts between commas outside parentheses, up to the end.</summary>
    public IEnumerable<SqlCursor> Parts()
    {
        while (!AtEnd)
        {
            var start = _at;
            SkipTo(t => t.Is(','));
            yield return new(statement, database, start, Math.Min(_at, end));
            _at++;
        }
    }

    /// <summary>A cursor at the same place that moves by itself.</summary>
    public SqlCursor Copy() => new(statement, database, _at, end);

    /// <summary>The text from a position in the tokens up to here.</summary>
    public string TextFrom(int position) =>
        position >= Math.Min(_at, end) ? "" : statement.Between(statement.Tokens[position].Start, statement.Tokens[Math.Min(_at, end) - 1].End);

    /// <summary>The text of everything up to the end.</summary>
    public string Rest()
    {
        var start = _at;
        _at = Math.Max(_at, end);
        return TextFrom(start);
    }

    private static string Lower(string name) => new([.. name.Select(c => c is >= 'A' and <= 'Z' ? char.ToLowerInvariant(c) : c)]);
}
