using System.Globalization;
using System.Numerics;
using FluentMigrator;
using Migrations.Build.Model.Operations;
using RawText = FluentMigrator.RawSql;

namespace Migrations.Build.Builder.Rendering.Expressions;

/// <summary>Writes the constants of a migration as the objects that FluentMigrator's builders would hold.</summary>
internal static class ValueWriter
{
    public static object? Write(Value value)
    {
        var text = value.Text ?? "";
        return value.Kind switch
        {
            ValueKind.Null => null,
            ValueKind.Text => text,
            ValueKind.AnsiText => new NonUnicodeString(text),
            ValueKind.Boolean => text == "true",
            ValueKind.Integer => Integer(text),
            ValueKind.Decimal => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
            ValueKind.Single => float.Parse(text, CultureInfo.InvariantCulture),
            ValueKind.Double => double.Parse(text, CultureInfo.InvariantCulture),
            ValueKind.DateTime => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None),
            ValueKind.DateTimeOffset => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None),
            ValueKind.Date => DateOnly.Parse(text, CultureInfo.InvariantCulture),
            ValueKind.Time => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture),
            ValueKind.Guid => Guid.Parse(text),
            ValueKind.Binary => Convert.FromHexString(text),
            ValueKind.System => Enum.Parse<SystemMethods>(text),
            ValueKind.Sql => RawText.Insert(text),
            ValueKind.Unknown => throw new NotSupportedException($"the value is not known: {text}"),
        };
    }

    private static object Integer(string text)
    {
        var number = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        return number >= int.MinValue && number <= int.MaxValue ? (int)number
            : number >= long.MinValue && number <= long.MaxValue ? (object)(long)number
            : number;
    }
}
