using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads CREATE INDEX.</summary>
internal static class IndexReading
{
    public static IEnumerable<SqlEffect> Read(SqlCursor cursor, bool unique, bool ifNotExists)
    {
        var name = cursor.Current.Is("ON") ? null : cursor.Name();
        cursor.SkipTo(t => t.Is("ON"));
        cursor.Accept("ON");
        cursor.Accept("ONLY");
        if (cursor.QualifiedName() is not { } table)
        {
            return [new UnknownEffect("an index without a table")];
        }

        var features = new List<Feature>();
        if (cursor.Current.Is("USING"))
        {
            Option(cursor, features, "USING");
        }

        if (cursor.Inner() is not { } columns || name is null)
        {
            return [new AltersTable(table)];
        }

        var keys = columns.Parts().Select(Column).ToItems();
        while (!cursor.AtEnd)
        {
            Option(cursor, features, "INCLUDE", "WHERE", "WITH", "TABLESPACE", "USING");
        }

        return [new CreatesIndex(new TableIndex(name, table, keys) { Unique = unique, Features = features.ToItems() }, ifNotExists)];
    }

    private static void Option(SqlCursor cursor, List<Feature> features, params string[] words)
    {
        if (!cursor.Current.IsAny(words))
        {
            cursor.SkipPart();
            return;
        }

        var word = cursor.Take().Text.ToUpperInvariant();
        if (word == "INCLUDE" && cursor.Copy().NameList() is { } names)
        {
            cursor.SkipPart();
            features.Add(new("Include", names.Select(Value.Of).ToItems()));
            return;
        }

        var start = cursor.Position;
        if (word == "WHERE")
        {
            cursor.SkipTo(t => t.IsAny("WITH", "TABLESPACE"));
        }
        else
        {
            cursor.SkipPart();
        }

        features.Add(new(word == "WHERE" ? "Filter" : word, Items.Of(Value.Sql(cursor.TextFrom(start)))));
    }

    /// <summary>A column with its direction; anything but a plain name is an expression, kept as text.</summary>
    private static IndexColumn Column(SqlCursor part)
    {
        var start = part.Position;
        var named = part.Copy();
        var plain = named.Name() is not null && !named.Current.Is('(') && !named.Current.Is('.') ? part.Name() : null;
        while (!part.AtEnd && !part.Current.IsAny("ASC", "DESC", "NULLS", "COLLATE"))
        {
            part.SkipPart();
        }

        var text = plain ?? part.TextFrom(start);
        part.SkipTo(t => t.IsAny("ASC", "DESC"));
        return new IndexColumn(text) { Descending = part.Current.Is("DESC") };
    }
}
