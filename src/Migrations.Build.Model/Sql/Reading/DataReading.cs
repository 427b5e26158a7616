using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads statements that change rows.</summary>
internal static class DataReading
{
    private static readonly string[] Verbs = ["INSERT", "REPLACE", "UPDATE", "DELETE", "MERGE", "SELECT", "VALUES"];
    private static readonly string[] Modifiers = ["IGNORE", "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "QUICK", "OR", "REPLACE", "ROLLBACK", "ABORT", "FAIL", "INTO", "ONLY", "TABLE", "OVERWRITE"];

    public static IEnumerable<SqlEffect> Read(SqlCursor cursor)
    {
        var verb = cursor.Current.Text.ToUpperInvariant();
        return verb switch
        {
            "WITH" => With(cursor),
            "INSERT" or "REPLACE" or "COPY" or "BULK" => Insert(cursor),
            "LOAD" => Load(cursor),
            "MERGE" => Merge(cursor),
            "UPDATE" => Update(cursor),
            "DELETE" => Delete(cursor),
            _ => Truncate(cursor),
        };
    }

    private static IEnumerable<SqlEffect> With(SqlCursor cursor)
    {
        var inner = cursor.Copy();
        cursor.SkipTo(t => t.IsAny(Verbs));
        var main = cursor.Current.IsAny("SELECT", "VALUES") || cursor.AtEnd ? QueryReading.Tables(inner.Copy()) : Read(cursor);
        var expressions = QueryReading.Expressions(inner.Copy());
        return Changing(inner).Concat(main).Where(e => !(e is ReadsTable { Table: { Schema: null } table } && expressions.Contains(table.Name))).ToArray();
    }

    /// <summary>The common table expressions of PostgreSQL that change rows.</summary>
    private static IEnumerable<SqlEffect> Changing(SqlCursor cursor)
    {
        while (!cursor.AtEnd)
        {
            var body = cursor.Current.Is('(') ? cursor.Copy().Inner() : null;
            if (body is not null && body.Current.IsAny("INSERT", "UPDATE", "DELETE", "MERGE"))
            {
                foreach (var effect in Read(body))
                {
                    yield return effect;
                }
            }

            cursor.Take();
        }
    }

    private static IEnumerable<SqlEffect> Insert(SqlCursor cursor)
    {
        var verb = cursor.Take();
        var (copies, replaces) = (verb.IsAny("COPY", "BULK"), verb.Is("REPLACE") || IsOrReplace(cursor));
        cursor.SkipAny(Modifiers);
        if (cursor.QualifiedName() is not { } table)
        {
            return copies ? [new DoesOther("COPY")] : [new UnknownEffect("INSERT without a table")];
        }

        var executes = cursor.Copy().SkipTo(t => t.IsAny("EXEC", "EXECUTE"));
        var rows = new InsertsRows(table) { Replaces = replaces, Columns = Named(cursor.Copy()), Overrides = cursor.Copy().SkipTo(t => t.Is("OVERRIDING")) };
        return new SqlEffect[] { rows }
            .Concat(Conflicting(cursor.Copy(), table))
            .Concat(executes ? [new UnknownEffect("a procedure gives the rows")] : copies ? [] : QueryReading.Tables(cursor));
    }

    // Where DEFAULT stands among the values, it is not read for which column; OVERRIDING USER VALUE leaves them out.
    private static Items<string> Named(SqlCursor cursor)
    {
        var columns = cursor.NameList() ?? Items<string>.Empty;
        for (; !cursor.AtEnd; cursor.Take())
        {
            if (cursor.Current.Is("DEFAULT") || (cursor.Current.Is("OVERRIDING") && cursor.Ahead(1).Is("USER")))
            {
                return Items<string>.Empty;
            }
        }

        return columns;
    }

    private static bool IsOrReplace(SqlCursor cursor) => cursor.Current.Is("OR") && cursor.Ahead(1).Is("REPLACE");

    /// <summary>What happens to a row that is there already.</summary>
    private static IEnumerable<SqlEffect> Conflicting(SqlCursor cursor, TableName table)
    {
        while (cursor.SkipTo(t => t.IsAny("DO", "DUPLICATE")))
        {
            if (cursor.Accept("DO", "UPDATE", "SET") || cursor.Accept("DUPLICATE", "KEY", "UPDATE"))
            {
                yield return new UpdatesRows(table, false) { Columns = Assigned(cursor.Copy()).ToItems() };
            }
            else
            {
                cursor.Take();
            }
        }
    }

    private static IEnumerable<SqlEffect> Load(SqlCursor cursor)
    {
        cursor.SkipTo(t => t.Is("INTO"));
        cursor.SkipAny(Modifiers);
        return cursor.QualifiedName() is { } table ? [new InsertsRows(table)] : [new UnknownEffect("LOAD without a table")];
    }

    private static IEnumerable<SqlEffect> Merge(SqlCursor cursor)
    {
        cursor.Take();
        cursor.SkipAny("INTO");
        return cursor.QualifiedName() is { } table
            ? new SqlEffect[] { new InsertsRows(table), new UpdatesRows(table, false), new DeletesRows(table, false) }.Concat(QueryReading.Tables(cursor))
            : [new UnknownEffect("MERGE without a table")];
    }

    private static IEnumerable<SqlEffect> Update(SqlCursor cursor)
    {
        cursor.Take();
        var replaces = IsOrReplace(cursor);
        cursor.SkipAny(Modifiers);
        if (QueryReading.Source(cursor) is not { } target)
        {
            return [new UnknownEffect("UPDATE without a table")];
        }

        var table = Resolved(cursor, target);
        if (IsCatalog(table))
        {
            return [new UnknownEffect("the engine's own catalog is changed")];
        }

        var chosen = ChoosesRows(cursor.Copy());
        cursor.SkipTo(t => t.Is("SET"));
        cursor.Accept("SET");
        var condition = Condition(cursor.Copy());
        var set = Assigned(cursor.Copy()).ToItems();
        return new SqlEffect[] { new UpdatesRows(table, !chosen && AlwaysHolds(condition)) { Columns = set, Where = condition, Replaces = replaces } }
            .Concat(QueryReading.Tables(cursor).Where(r => r != new ReadsTable(table)));
    }

    private static IEnumerable<SqlEffect> Delete(SqlCursor cursor)
    {
        cursor.Take();
        cursor.SkipAny(Modifiers);
        cursor.SkipAny("FROM", "ONLY");
        if (QueryReading.Source(cursor) is not { } target)
        {
            return [new UnknownEffect("DELETE without a table")];
        }

        var (table, condition) = (Resolved(cursor, target), Condition(cursor.Copy()));
        return IsCatalog(table)
            ? [new UnknownEffect("the engine's own catalog is changed")]
            : new SqlEffect[] { new DeletesRows(table, !ChoosesRows(cursor.Copy()) && AlwaysHolds(condition)) { Where = condition } }.Concat(QueryReading.Tables(cursor).Where(r => r != new ReadsTable(table)));
    }

    private static IEnumerable<SqlEffect> Truncate(SqlCursor cursor)
    {
        cursor.Take();
        cursor.SkipAny("TABLE", "ONLY");
        return cursor.Parts().Select(p => p.QualifiedName() is { } table ? new DeletesRows(table, true) : (SqlEffect)new UnknownEffect("TRUNCATE without a table")).ToArray();
    }

    /// <summary>The table of an alias that a later FROM explains.</summary>
    private static TableName Resolved(SqlCursor cursor, (TableName Table, string Alias) target) =>
        QueryReading.Sources(cursor.Copy()).Where(s => target.Table.Schema is null && string.Equals(s.Alias, target.Table.Name, StringComparison.OrdinalIgnoreCase))
            .Select(s => s.Table).FirstOrDefault() ?? target.Table;

    private static bool IsCatalog(TableName table) => table.Name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase);

    private static string? Condition(SqlCursor cursor)
    {
        if (!cursor.SkipTo(t => t.Is("WHERE")))
        {
            return null;
        }

        cursor.Take();
        var start = cursor.Position;
        cursor.SkipTo(t => t.IsAny("RETURNING", "ORDER", "LIMIT", "OPTION"));
        return cursor.TextFrom(start);
    }

    /// <summary>
    /// Whether a join or a limit leaves rows of the target out; outer joins and products leave none out. PostgreSQL and SQLite join what
    /// stands behind FROM with every row of the target.
    /// </summary>
    private static bool ChoosesRows(SqlCursor cursor)
    {
        var joins = cursor.Database is not (DatabaseKind.Postgres or DatabaseKind.Sqlite);
        for (SqlToken? side = null; !cursor.AtEnd && !cursor.Current.IsAny("WHERE", "RETURNING"); cursor.SkipPart())
        {
            var token = cursor.Current;
            if ((joins && token.Is("JOIN") && side?.IsAny("LEFT", "FULL", "CROSS") != true) || token.IsAny("LIMIT", "APPLY"))
            {
                return true;
            }

            side = token.Is("OUTER") ? side : token;
        }

        return false;
    }

    private static bool AlwaysHolds(string? condition) =>
        condition is null || string.Concat(condition.Where(c => !char.IsWhiteSpace(c))).Trim('(', ')').ToUpperInvariant() is "1=1" or "TRUE" or "1";

    private static IEnumerable<string> Assigned(SqlCursor cursor)
    {
        for (var starts = true; !cursor.AtEnd && !cursor.Current.IsAny("FROM", "WHERE", "RETURNING", "OUTPUT"); starts = cursor.Current.Is(','))
        {
            cursor.Accept(',');
            if (starts && cursor.Copy().Inner() is { } together)
            {
                foreach (var one in together.Parts().Select(p => p.QualifiedName()).OfType<TableName>())
                {
                    yield return one.Name;
                }
            }
            else if (starts && cursor.Copy().QualifiedName() is { } column)
            {
                yield return column.Name;
            }

            cursor.SkipPart();
        }
    }
}
