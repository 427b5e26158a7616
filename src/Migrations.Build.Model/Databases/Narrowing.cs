using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Databases;

/// <summary>Tells what a change of type may lose on an engine.</summary>
internal static class Narrowing
{
    [Flags]
    private enum Moment
    {
        None = 0,
        Day = 1,
        Clock = 2,
        Offset = 4,
        Fractions = 8,
    }

    /// <summary>What may be lost; null when nothing is, or when it is not known what a type of the database's own holds.</summary>
    public static string? Loss(ColumnType from, ColumnType to, Dialect dialect)
    {
        if (!IsKnown(from) || !IsKnown(to))
        {
            return null;
        }

        if (!dialect.EnforcesTypes)
        {
            return IsText(from) && Numeric.Of(to) is not null ? "texts made of digits become numbers, so that '007' becomes '7'" : null;
        }

        return IsText(to) ? IntoText(from, to, dialect)
            : IsText(from) ? "texts that are no such value do not fit"
            : Numeric.Of(from) is { } number && Numeric.Of(to) is { } narrower ? number.LossIn(narrower)
            : Parts(from, dialect) is not Moment.None and var had && Parts(to, dialect) is not Moment.None and var has ? Lost(had & ~has)
            : from.Kind == TypeKind.Binary && to.Kind == TypeKind.Binary ? (from.Size > to.Size ? "longer values do not fit" : null)
            : from.Kind == to.Kind ? null
            : "values of the one type are none of the other";
    }

    private static bool IsKnown(ColumnType type) => type.Kind is not (TypeKind.Custom or TypeKind.Unspecified or TypeKind.Object or TypeKind.Xml);

    internal static bool IsText(ColumnType type) => type.Kind is TypeKind.String or TypeKind.AnsiString or TypeKind.StringFixedLength or TypeKind.AnsiStringFixedLength;

    private static bool IsUnicode(ColumnType type) => type.Kind is TypeKind.String or TypeKind.StringFixedLength;

    private static string? IntoText(ColumnType from, ColumnType to, Dialect dialect)
    {
        var room = to.Size ?? dialect.DefaultTextSize;
        return Width(from, dialect) > room ? "longer values do not fit"
            : dialect.HasCodePages && IsUnicode(from) && !IsUnicode(to) ? "characters outside of the code page are lost"
            : null;
    }

    private static int Width(ColumnType from, Dialect dialect) =>
        IsText(from) ? from.Size ?? dialect.DefaultTextSize
        : from.Kind == TypeKind.Guid ? 36
        : Numeric.Of(from) is { } number ? number.Width
        : from.Kind == TypeKind.Date ? 10
        : Parts(from, dialect) != Moment.None ? 27
        : int.MaxValue;

    private static Moment Parts(ColumnType type, Dialect dialect)
    {
        var offset = dialect.HasOffsets ? Moment.Offset : Moment.None;
        var fractions = dialect.HasCodePages ? Moment.Fractions : Moment.None;
        return type.Kind switch
        {
            TypeKind.Date => Moment.Day,
            TypeKind.Time => Moment.Clock,
            TypeKind.DateTime => Moment.Day | Moment.Clock,
            TypeKind.DateTime2 => Moment.Day | Moment.Clock | fractions,
            TypeKind.DateTimeOffset => Moment.Day | Moment.Clock | fractions | offset,
            _ => Moment.None,
        };
    }

    private static string? Lost(Moment lost) =>
        lost.HasFlag(Moment.Day) ? "the day is lost"
        : lost.HasFlag(Moment.Clock) ? "the time of day is lost"
        : lost.HasFlag(Moment.Offset) ? "the offset from UTC is lost"
        : lost.HasFlag(Moment.Fractions) ? "fractions of seconds are rounded"
        : null;
}
