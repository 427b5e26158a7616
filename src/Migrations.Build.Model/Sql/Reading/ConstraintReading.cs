using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads the keys and foreign keys of a table.</summary>
internal static class ConstraintReading
{
    /// <summary>The operation that adds the constraint; null when it is none of ours, or cannot be read.</summary>
    public static Operation? Read(SqlCursor cursor, TableName table)
    {
        var name = cursor.Accept("CONSTRAINT") ? cursor.Name() : null;
        if (cursor.Accept("PRIMARY", "KEY"))
        {
            return Key(cursor, table, KeyKind.Primary, name);
        }

        if (cursor.Accept("UNIQUE"))
        {
            cursor.SkipAny("KEY", "INDEX");
            return Key(cursor, table, KeyKind.Unique, name ?? (cursor.Current.Is('(') ? null : cursor.Name()));
        }

        return cursor.Accept("FOREIGN", "KEY") && cursor.NameList() is { } columns && cursor.Accept("REFERENCES")
            && References(cursor, table, columns, name ?? "") is { } key && cursor.AtEnd
            ? new AddForeignKey(key)
            : null;
    }

    /// <summary>The check constraint that comes next, null when none comes, or more than one.</summary>
    public static Check? Check(SqlCursor cursor)
    {
        var ahead = cursor.Copy();
        var name = ahead.Accept("CONSTRAINT") ? ahead.Name() : null;
        return ahead.Accept("CHECK") && ahead.Inner() is { } expression && ahead.AtEnd ? new Check(name, expression.Rest()) : null;
    }

    /// <summary>What stands behind REFERENCES; null when it cannot be read.</summary>
    public static ForeignKey? References(SqlCursor cursor, TableName table, Items<string> columns, string name)
    {
        if (cursor.QualifiedName() is not { } referenced)
        {
            return null;
        }

        var key = new ForeignKey(name, table, columns, referenced, cursor.Current.Is('(') ? cursor.NameList() ?? Items<string>.Empty : Items<string>.Empty);
        while (!cursor.AtEnd)
        {
            if (cursor.Accept("ON", "DELETE"))
            {
                key = key with { OnDelete = Action(cursor) };
            }
            else if (cursor.Accept("ON", "UPDATE"))
            {
                key = key with { OnUpdate = Action(cursor) };
            }
            else if (!cursor.Accept("MATCH", "SIMPLE") && !Deferred(cursor))
            {
                return key;
            }
        }

        return key;
    }

    private static bool Deferred(SqlCursor cursor) =>
        cursor.Accept("NOT", "DEFERRABLE") || cursor.Accept("DEFERRABLE") || cursor.Accept("INITIALLY", "DEFERRED") || cursor.Accept("INITIALLY", "IMMEDIATE");

    private static ForeignKeyAction Action(SqlCursor cursor)
    {
        var action = cursor.Accept("CASCADE") ? ForeignKeyAction.Cascade
            : cursor.Accept("SET", "NULL") ? ForeignKeyAction.SetNull
            : cursor.Accept("SET", "DEFAULT") ? ForeignKeyAction.SetDefault
            : ForeignKeyAction.None;
        _ = cursor.Accept("NO", "ACTION") || cursor.Accept("RESTRICT");
        return action;
    }

    private static AddKey? Key(SqlCursor cursor, TableName table, KeyKind kind, string? name)
    {
        cursor.SkipAny("CLUSTERED", "NONCLUSTERED");
        var listed = cursor.Copy();
        var key = cursor.NameList() is { } columns ? new Key(name, columns) : cursor.Database == DatabaseKind.Sqlite && listed.Inner() is { } inner ? Ordered(name, [.. inner.Parts()]) : null;
        key = key?.On(Conflict(cursor));
        return key is not null && cursor.AtEnd ? new AddKey(table, kind, key) : null;
    }

    /// <summary>What SQLite does with rows that are in each other's way; null when nothing is said.</summary>
    public static string? Conflict(SqlCursor cursor) => cursor.Accept("ON", "CONFLICT") ? cursor.Name() : null;

    // Each column may have a collation and an order behind it: https://sqlite.org/syntax/indexed-column.html
    private static Key? Ordered(string? name, SqlCursor[] parts)
    {
        var columns = parts.Select(p => p.Name()).OfType<string>().ToItems();
        return columns.Count == parts.Length && !parts.Any(p => p.Current.Is("AUTOINCREMENT")) ? new Key(name, columns) { Features = Items.Of(Operations.Key.Ordered(parts.Select(p => p.Rest()))) } : null;
    }
}
