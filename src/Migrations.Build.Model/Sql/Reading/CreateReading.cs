using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads CREATE statements.</summary>
internal static class CreateReading
{
    // Words in front of the kind of object that leave the object what it is.
    private static readonly string[] Fillers = ["OR", "REPLACE", "ALTER", "RECURSIVE", "MATERIALIZED", "CONSTRAINT", "UNLOGGED", "FOREIGN", "CLUSTERED", "NONCLUSTERED", "FULLTEXT", "SPATIAL", "COLUMNSTORE", "UNIQUE", "FORCE"];
    private static readonly string[] Temporary = ["TEMP", "TEMPORARY", "GLOBAL", "LOCAL"];
    private static readonly string[] Others =
    [
        "FUNCTION", "PROCEDURE", "PROC", "AGGREGATE", "TYPE", "DOMAIN", "EXTENSION", "ROLE", "USER", "LOGIN", "EVENT", "DATABASE", "POLICY", "STATISTICS",
        "COLLATION", "CAST", "OPERATOR", "LANGUAGE", "PUBLICATION", "SUBSCRIPTION", "SERVER", "TABLESPACE", "SYNONYM", "PARTITION", "TEXT", "LOGFILE",
    ];

    public static IEnumerable<SqlEffect> Read(SqlCursor cursor, SqlStatement statement)
    {
        cursor.Accept("CREATE");
        var unique = cursor.Copy().SkipToUnique();
        var replaces = cursor.Current.Is("OR");
        var temporary = SkipModifiers(cursor);
        var kind = cursor.Take();
        var ifNotExists = kind.Is("INDEX") ? SkipConcurrently(cursor) : cursor.Accept("IF", "NOT", "EXISTS");
        return kind.Text.ToUpperInvariant() switch
        {
            "TABLE" when temporary || cursor.Current.Text.StartsWith("#", StringComparison.Ordinal) => [new DoesOther("temporary table")],
            "TABLE" => TableReading.Read(cursor, ifNotExists),
            "VIRTUAL" => TableReading.ReadVirtual(cursor),
            "VIEW" when temporary => [new DoesOther("temporary view")],
            "VIEW" => View(cursor, statement, replaces || ifNotExists),
            "TRIGGER" => TriggerOn(cursor, statement, replaces || ifNotExists),
            "INDEX" => IndexReading.Read(cursor, unique, ifNotExists),
            "SEQUENCE" => SequenceReading.Read(cursor),
            "SCHEMA" => SchemaNamed(cursor),
            "RULE" => [new UnknownEffect("a rule changes what statements do")],
            var other when Others.Contains(other, StringComparer.Ordinal) => [new DoesOther(other)],
            var other => [new UnknownEffect("'CREATE " + other + "' cannot be read")],
        };
    }

    /// <summary>The view of a CREATE or ALTER VIEW, and what it reads.</summary>
    public static IEnumerable<SqlEffect> View(SqlCursor cursor, SqlStatement statement, bool replaces)
    {
        if (cursor.QualifiedName() is not { } name)
        {
            return [new UnknownEffect("a view without a name")];
        }

        return new SqlEffect[] { new CreatesView(new View(name, statement.Text), replaces) }.Concat(QueryReading.Tables(cursor));
    }

    private static IEnumerable<SqlEffect> TriggerOn(SqlCursor cursor, SqlStatement statement, bool replaces)
    {
        if (cursor.QualifiedName() is not { } name)
        {
            yield return new UnknownEffect("a trigger without a name");
            yield break;
        }

        cursor.SkipTo(t => t.Is("ON"));
        cursor.Take();
        var table = cursor.QualifiedName();
        yield return new CreatesTrigger(new Trigger(Folding.TriggerName.Of(name, table, cursor.Database), table, statement.Text), replaces);
    }

    private static IEnumerable<SqlEffect> SchemaNamed(SqlCursor cursor)
    {
        var plain = cursor.Current.Kind != SqlTokenKind.End && cursor.Ahead(1).Kind == SqlTokenKind.End;
        return cursor.Name() is { } name && (plain || cursor.Current.Is("AUTHORIZATION")) && name != "authorization"
            ? [new SqlChange(new CreateSchema(name))]
            : [new UnknownEffect("a schema that is created with what is in it")];
    }

    private static bool SkipModifiers(SqlCursor cursor)
    {
        var temporary = false;
        while (cursor.Current.IsAny(Fillers) || cursor.Current.IsAny(Temporary) || IsOption(cursor))
        {
            temporary |= cursor.Current.IsAny(Temporary);
            SkipOption(cursor);
        }

        return temporary;
    }

    private static bool IsOption(SqlCursor cursor) => cursor.Current.IsAny("ALGORITHM", "DEFINER") || (cursor.Current.Is("SQL") && cursor.Ahead(1).Is("SECURITY"));

    /// <summary>Moves behind one modifier: MySQL's <c>ALGORITHM = x</c>, <c>DEFINER = user@host</c> and <c>SQL SECURITY x</c> have values.</summary>
    private static void SkipOption(SqlCursor cursor)
    {
        if (cursor.Take().IsAny("ALGORITHM", "DEFINER", "SQL"))
        {
            cursor.SkipTo(t => t.IsAny("VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "SQL", "DEFINER"));
        }
    }

    private static bool SkipToUnique(this SqlCursor cursor)
    {
        cursor.SkipTo(t => t.IsAny("UNIQUE", "INDEX", "TABLE"));
        return cursor.Current.Is("UNIQUE");
    }

    private static bool SkipConcurrently(SqlCursor cursor)
    {
        cursor.Accept("CONCURRENTLY");
        return cursor.Accept("IF", "NOT", "EXISTS");
    }
}
