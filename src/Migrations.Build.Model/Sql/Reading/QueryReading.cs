using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads queries: which tables they read.</summary>
internal static class QueryReading
{
    // Functions that a query without a table may call and that leave tables alone.
    private static readonly string[] HarmlessFunctions =
    [
        "setval", "nextval", "currval", "lastval", "set_config", "current_setting", "pg_sleep", "now", "coalesce", "count", "max", "min", "sum", "last_insert_rowid",
        "changes", "version", "sqlite_version", "random", "pg_advisory_lock", "pg_advisory_unlock", "pg_advisory_xact_lock", "getdate", "sysdatetime", "cast", "convert",
        "exists", "in", "concat", "lower", "upper", "pg_get_serial_sequence", "get_lock", "release_lock", "sleep", "last_insert_id", "row_count", "database", "isnull", "case",
    ];

    private static readonly string[] AfterTable = ["WHERE", "SET", "ON", "USING", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "JOIN", "GROUP", "ORDER", "HAVING", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "VALUES", "SELECT", "WHEN", "RETURNING", "OUTPUT", "FROM", "WITH", "WINDOW", "FOR", "OFFSET", "FETCH"];

    /// <summary>A query at the top of a script.</summary>
    public static IEnumerable<SqlEffect> Read(SqlCursor cursor)
    {
        var made = cursor.Copy();
        if (made.SkipTo(t => t.IsAny("INTO", "FROM")) && made.Accept("INTO") && Made(made) is { } table)
        {
            return new SqlEffect[] { new CreatesTable(new(table, Items<Column>.Empty) { Touched = true, Filled = true }, false) }.Concat(Tables(cursor));
        }

        var reads = Tables(cursor.Copy()).ToArray();
        return reads.Length == 0 && CallsUnknown(cursor) ? [new UnknownEffect("a function that may do anything is called")] : reads;
    }

    /// <summary>The tables that stand behind FROM and JOIN, at any depth, without the names of common table expressions.</summary>
    public static IEnumerable<SqlEffect> Tables(SqlCursor cursor)
    {
        var expressions = Expressions(cursor.Copy());
        var seen = new List<TableName>();
        foreach (var (name, _) in Sources(cursor))
        {
            if (!(name.Schema is null && expressions.Contains(name.Name)) && !seen.Contains(name))
            {
                seen.Add(name);
                yield return new ReadsTable(name);
            }
        }
    }

    /// <summary>Each table behind FROM or JOIN and the name that the query gives it.</summary>
    public static IEnumerable<(TableName Table, string Alias)> Sources(SqlCursor cursor)
    {
        var list = false;
        while (!cursor.AtEnd)
        {
            var before = cursor.Take();
            list = before.Is("FROM") || (list && !before.IsAny("WHERE", "SET", "GROUP", "ORDER", "SELECT") && !before.Is(')'));
            var starts = before.IsAny("FROM", "JOIN") || (list && before.Is(','));
            if (starts && Source(cursor) is { } source)
            {
                yield return source;
            }
        }
    }

    /// <summary>A table and its alias; null when a subquery or function comes next.</summary>
    public static (TableName Table, string Alias)? Source(SqlCursor cursor)
    {
        cursor.SkipAny("ONLY", "LATERAL");
        var peek = cursor.Copy();
        if (peek.QualifiedName() is not { } name || peek.Current.Is('('))
        {
            return null;
        }

        cursor.QualifiedName();
        cursor.Accept("AS");
        var aliased = cursor.Current.Kind == SqlTokenKind.Name || (cursor.Current.Kind == SqlTokenKind.Word && !cursor.Current.IsAny(AfterTable));
        return (name, aliased ? cursor.Name()! : name.Name);
    }

    /// <summary>The names of the common table expressions.</summary>
    public static HashSet<string> Expressions(SqlCursor cursor)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (!cursor.AtEnd)
        {
            var named = cursor.Copy();
            if (named.Name() is { } name)
            {
                named.NameList();
                if (named.Accept("AS"))
                {
                    named.SkipAny("NOT", "MATERIALIZED");
                    _ = named.Current.Is('(') && names.Add(name);
                }
            }

            cursor.Take();
        }

        return names;
    }

    private static TableName? Made(SqlCursor cursor)
    {
        cursor.SkipAny("TEMP", "TEMPORARY", "UNLOGGED", "TABLE");
        var variable = cursor.Current.Text.Length > 0 && cursor.Current.Text[0] is '@' or '#' || cursor.Current.IsAny("OUTFILE", "DUMPFILE", "STRICT");
        return variable ? null : cursor.QualifiedName();
    }

    private static bool CallsUnknown(SqlCursor cursor)
    {
        while (!cursor.AtEnd)
        {
            var token = cursor.Take();
            if (token.Kind is SqlTokenKind.Word or SqlTokenKind.Name && cursor.Current.Is('(') && !token.IsAny(HarmlessFunctions) && !token.IsAny("SELECT", "VALUES", "AND", "OR", "NOT"))
            {
                return true;
            }
        }

        return false;
    }
}
