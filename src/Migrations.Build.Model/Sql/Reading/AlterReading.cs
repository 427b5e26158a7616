using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads ALTER statements.</summary>
internal static class AlterReading
{
    private static readonly string[] Others =
    [
        "FUNCTION", "PROCEDURE", "PROC", "AGGREGATE", "DOMAIN", "ROLE", "USER", "LOGIN", "EVENT", "DATABASE", "POLICY", "STATISTICS", "SEQUENCE", "TYPE",
        "EXTENSION", "DEFAULT", "SYSTEM", "PUBLICATION", "SUBSCRIPTION", "SERVER", "TABLESPACE", "TRIGGER", "ROUTINE", "INDEX", "AUTHORIZATION", "MATERIALIZED",
    ];

    public static IEnumerable<SqlEffect> Read(SqlCursor cursor, SqlStatement statement)
    {
        cursor.Accept("ALTER");
        cursor.SkipAny("FOREIGN", "ONLINE", "IGNORE");
        if (cursor.Accept("TABLE"))
        {
            return Table(cursor);
        }

        if (cursor.Copy().SkipTo(t => t.Is("VIEW")) && cursor.Copy().SkipTo(t => t.Is("AS")))
        {
            cursor.SkipTo(t => t.Is("VIEW"));
            cursor.Take();
            return CreateReading.View(cursor, statement, replaces: true);
        }

        var kind = cursor.Current.Text.ToUpperInvariant();
        var renames = cursor.Copy().SkipTo(t => t.IsAny("RENAME", "SCHEMA", "TRANSFER"));
        return Others.Contains(kind, StringComparer.Ordinal) && !renames ? [new DoesOther(kind)] : [new UnknownEffect("'ALTER " + kind + "' cannot be read")];
    }

    private static IEnumerable<SqlEffect> Table(SqlCursor cursor)
    {
        cursor.Accept("IF", "EXISTS");
        cursor.Accept("ONLY");
        if (cursor.QualifiedName() is not { } table)
        {
            return [new UnknownEffect("ALTER TABLE without a table")];
        }

        cursor.Accept('*');
        var checks = cursor.Current.Is("WITH") && cursor.Ahead(1).IsAny("CHECK", "NOCHECK") && cursor.Database == DatabaseKind.SqlServer;
        if (checks)
        {
            cursor.Take();
            cursor.Take();
        }

        return cursor.Parts().SelectMany(p => TableActionReading.Read(p, table)).ToArray();
    }
}
