using System.Globalization;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>Reads CREATE SEQUENCE.</summary>
internal static class SequenceReading
{
    public static IEnumerable<SqlEffect> Read(SqlCursor cursor)
    {
        if (cursor.QualifiedName() is not { } name)
        {
            return [new UnknownEffect("a sequence without a name")];
        }

        var sequence = new Sequence(name);
        while (!cursor.AtEnd)
        {
            sequence = cursor.Take().Text.ToUpperInvariant() switch
            {
                "INCREMENT" => sequence with { Increment = Number(cursor, "BY") },
                "START" => sequence with { Start = Number(cursor, "WITH") },
                "MINVALUE" => sequence with { Minimum = Number(cursor, "MINVALUE") },
                "MAXVALUE" => sequence with { Maximum = Number(cursor, "MAXVALUE") },
                "CACHE" => sequence with { Cache = Number(cursor, "CACHE") },
                "CYCLE" => sequence with { Cycle = true },
                "NO" => Skipped(cursor, sequence),
                _ => sequence,
            };
        }

        return [new SqlChange(new CreateSequence(sequence))];
    }

    private static Sequence Skipped(SqlCursor cursor, Sequence sequence)
    {
        cursor.Take();
        return sequence;
    }

    private static long? Number(SqlCursor cursor, string filler)
    {
        cursor.SkipAny(filler);
        var sign = cursor.Accept('-') ? "-" : "";
        return cursor.Current.Kind == SqlTokenKind.Number
            && long.TryParse(sign + cursor.Take().Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
