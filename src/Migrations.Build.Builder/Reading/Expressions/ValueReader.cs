using System.Globalization;
using System.Numerics;
using FluentMigrator;
using Migrations.Build.Model.Operations;
using RawText = FluentMigrator.RawSql;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads the constants of a migration.</summary>
internal static class ValueReader
{
    public static Value Read(object? value) => value switch
    {
        null or DBNull => Value.Null,
        RawText raw => Value.Sql(raw.Value),
        SystemMethods method => new Value(ValueKind.System, method.ToString()),
        string text => Value.Of(text),
        NonUnicodeString text => text.Value is null ? Value.Null : new Value(ValueKind.AnsiText, text.Value),
        char letter => Value.Of(letter.ToString()),
        bool truth => Value.Of(truth),
        // FluentMigrator writes an enumeration as the text of its member.
        Enum member => Value.Of(member.ToString()),
        sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger => Number(ValueKind.Integer, (IFormattable)value, "D"),
        decimal number => Number(ValueKind.Decimal, number, "G"),
        float number => Number(ValueKind.Single, number, "R"),
        double number => Number(ValueKind.Double, number, "R"),
        _ => ReadTime(value),
    };

    private static Value ReadTime(object value) => value switch
    {
        DateTime time => Number(ValueKind.DateTime, time, "yyyy-MM-ddTHH:mm:ss.fffffff"),
        DateTimeOffset time => Number(ValueKind.DateTimeOffset, time, "yyyy-MM-ddTHH:mm:ss.fffffffzzz"),
        DateOnly date => Number(ValueKind.Date, date, "yyyy-MM-dd"),
        TimeOnly time => Number(ValueKind.Time, time.ToTimeSpan(), "c"),
        TimeSpan time => Number(ValueKind.Time, time, "c"),
        Guid id => Number(ValueKind.Guid, id, "D"),
        byte[] bytes => new Value(ValueKind.Binary, Convert.ToHexStringLower(bytes)),
        // FluentMigrator's quoters leave what they do not know to ToString(), without quotes.
        _ => Value.Sql(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "") with { Origin = ValueOrigin.Object },
    };

    private static Value Number(ValueKind kind, IFormattable value, string format) =>
        new(kind, value.ToString(format, CultureInfo.InvariantCulture));
}
