using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>Reads clauses by SQLite's grammar (https://sqlite.org/lang_createtable.html); what it does not know, it passes over.</summary>
internal static class ClauseReader
{
    /// <summary>Words that end a column's type.</summary>
    public static readonly string[] Starts = ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"];

    /// <summary>The clauses from the cursor on.</summary>
    public static Items<Clause> Read(SqlStatement statement, SqlCursor cursor)
    {
        var found = new List<Clause>();
        while (!cursor.AtEnd)
        {
            var start = cursor.Position;
            var name = cursor.Accept("CONSTRAINT") ? cursor.Take().Text : null;
            var clause = Body(cursor, new(ClauseKind.Other, name, 0, 0));
            if (cursor.Position == start)
            {
                cursor.SkipPart();
            }

            var tokens = statement.Tokens.Skip(start).Take(Math.Min(cursor.Position, statement.Tokens.Count) - start).ToList();
            found.Add(clause with
            {
                Start = tokens[0].Start,
                End = tokens[^1].End,
                Words = tokens.Where(t => t.Kind is SqlTokenKind.Word or SqlTokenKind.Name).Select(t => t.Text).ToItems(),
            });
        }

        return found.ToItems();
    }

    private static Clause Body(SqlCursor cursor, Clause clause)
    {
        if (cursor.Accept("PRIMARY", "KEY"))
        {
            return Key(cursor, clause with { Kind = ClauseKind.PrimaryKey });
        }

        if (cursor.Accept("UNIQUE"))
        {
            return Key(cursor, clause with { Kind = ClauseKind.Unique });
        }

        if (cursor.Accept("FOREIGN", "KEY"))
        {
            var columns = List(cursor);
            return cursor.Accept("REFERENCES") ? References(cursor, clause with { Columns = columns }) : clause;
        }

        if (cursor.Accept("REFERENCES"))
        {
            return References(cursor, clause);
        }

        var kind = Simple(cursor);
        if (cursor.Accept("ON", "CONFLICT"))
        {
            cursor.Take();
        }

        return clause with { Kind = kind };
    }

    private static ClauseKind Simple(SqlCursor cursor)
    {
        if (cursor.Accept("NOT", "NULL"))
        {
            return ClauseKind.NotNull;
        }

        if (cursor.Accept("NULL"))
        {
            return ClauseKind.Null;
        }

        if (cursor.Accept("COLLATE"))
        {
            cursor.Take();
            return ClauseKind.Collate;
        }

        if (cursor.Accept("DEFAULT"))
        {
            Value(cursor);
            return ClauseKind.Default;
        }

        if (cursor.Accept("CHECK"))
        {
            cursor.SkipPart();
            return ClauseKind.Check;
        }

        if (cursor.Accept("GENERATED", "ALWAYS", "AS") || cursor.Accept("AS"))
        {
            cursor.SkipPart();
            cursor.SkipAny("STORED", "VIRTUAL");
            return ClauseKind.Generated;
        }

        return ClauseKind.Other;
    }

    private static Clause Key(SqlCursor cursor, Clause clause)
    {
        var numbered = cursor.Copy().Inner() is { } inner && inner.SkipTo(t => t.Is("AUTOINCREMENT"));
        var columns = List(cursor);
        cursor.SkipAny("ASC", "DESC");
        if (cursor.Accept("ON", "CONFLICT"))
        {
            cursor.Take();
        }

        return clause with { Columns = columns, Numbered = cursor.Accept("AUTOINCREMENT") || numbered };
    }

    private static Clause References(SqlCursor cursor, Clause clause)
    {
        var referenced = cursor.Take().Text;
        List(cursor);
        while (true)
        {
            if (cursor.Accept("ON", "DELETE") || cursor.Accept("ON", "UPDATE"))
            {
                _ = cursor.Accept("SET", "NULL") || cursor.Accept("SET", "DEFAULT") || cursor.Accept("NO", "ACTION") || cursor.Accept("CASCADE") || cursor.Accept("RESTRICT");
            }
            else if (cursor.Accept("MATCH"))
            {
                cursor.Take();
            }
            else if (!(cursor.Accept("NOT", "DEFERRABLE") || cursor.Accept("DEFERRABLE") || cursor.Accept("INITIALLY", "DEFERRED") || cursor.Accept("INITIALLY", "IMMEDIATE")))
            {
                return clause with { Kind = ClauseKind.ForeignKey, Referenced = referenced };
            }
        }
    }

    // Each column may have a collation and an order behind it.
    private static Items<string> List(SqlCursor cursor) =>
        cursor.Inner() is { } inner ? inner.Parts().Select(p => p.Take().Text).ToItems() : Items<string>.Empty;

    private static void Value(SqlCursor cursor)
    {
        while (cursor.Accept('-') || cursor.Accept('+'))
        {
        }

        var blob = cursor.Current.Is("x") && cursor.Ahead(1).Kind == SqlTokenKind.Text && cursor.Ahead(1).Start == cursor.Current.End;
        cursor.SkipPart();
        if (blob)
        {
            cursor.Take();
        }
    }
}
