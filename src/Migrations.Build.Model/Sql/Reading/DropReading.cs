using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads DROP statements.</summary>
internal static class DropReading
{
    private static readonly string[] Others =
    [
        "FUNCTION", "PROCEDURE", "PROC", "AGGREGATE", "DOMAIN", "ROLE", "USER", "LOGIN", "EVENT", "DATABASE", "POLICY", "STATISTICS", "RULE",
        "COLLATION", "CAST", "OPERATOR", "LANGUAGE", "PUBLICATION", "SUBSCRIPTION", "SERVER", "TABLESPACE", "SYNONYM", "ROUTINE", "TEXT",
    ];

    public static IEnumerable<SqlEffect> Read(SqlCursor cursor)
    {
        cursor.Accept("DROP");
        cursor.SkipAny("TEMPORARY", "MATERIALIZED", "FOREIGN");
        var kind = cursor.Take().Text.ToUpperInvariant();
        cursor.SkipAny("CONCURRENTLY");
        var ifExists = cursor.Accept("IF", "EXISTS");
        var cascade = cursor.Copy().SkipTo(t => t.Is("CASCADE"));
        var named = cursor.Parts().ToArray();
        return kind switch
        {
            "TABLE" => named.SelectMany(p => Named(p, n => new SqlChange(new DropTable(n) { IfExists = ifExists }), cascade)),
            "VIEW" => named.SelectMany(p => Named(p, n => new DropsView(n), cascade)),
            "INDEX" => named.SelectMany(Index),
            "TRIGGER" => named.SelectMany(Trigger),
            "SEQUENCE" => named.SelectMany(p => Named(p, n => new SqlChange(new DropSequence(n)), false)),
            "SCHEMA" when !cascade => named.SelectMany(p => Named(p, n => new SqlChange(new DropSchema(n.Name)), false)),
            "TYPE" or "EXTENSION" when !cascade => [new DoesOther(kind)],
            _ when Others.Contains(kind, StringComparer.Ordinal) && !cascade => [new DoesOther(kind)],
            _ => [new UnknownEffect("'DROP " + kind + "' cannot be read")],
        };
    }

    private static IEnumerable<SqlEffect> Named(SqlCursor part, Func<TableName, SqlEffect> effect, bool cascade)
    {
        if (part.QualifiedName() is not { } name)
        {
            yield return new UnknownEffect("a name that cannot be read");
            yield break;
        }

        yield return effect(name);
        if (cascade && part.Database == Databases.DatabaseKind.Postgres)
        {
            yield return new DropsDependents(name);
        }
    }

    private static IEnumerable<SqlEffect> Index(SqlCursor part)
    {
        if (part.QualifiedName() is not { } name)
        {
            yield return new UnknownEffect("an index without a name");
            yield break;
        }

        // SQL Server's old form names the table in front of the index.
        var old = part.Database == Databases.DatabaseKind.SqlServer && name.Schema is not null;
        yield return part.Accept("ON") ? new DropsIndex(name, part.QualifiedName())
            : old ? new DropsIndex(TableName.Of(name.Name), TableName.Of(name.Schema!))
            : new DropsIndex(name, null);
    }

    private static IEnumerable<SqlEffect> Trigger(SqlCursor part)
    {
        if (part.QualifiedName() is not { } name)
        {
            yield return new UnknownEffect("a trigger without a name");
            yield break;
        }

        var table = part.Accept("ON") ? part.QualifiedName() : null;
        yield return new DropsTrigger(Folding.TriggerName.Of(name, table, part.Database), table);
    }
}
