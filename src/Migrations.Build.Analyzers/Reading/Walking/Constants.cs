using Microsoft.CodeAnalysis;
using Migrations.Build.Analyzers.Reading.Terms;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Members and constructors of the framework whose values are the same everywhere.</summary>
internal static class Constants
{
    /// <summary>The value of a member; null where it is not one of these.</summary>
    public static Term? Known(ISymbol member) => (member.ContainingType?.SpecialType, member.ContainingType?.Name, member.Name) switch
    {
        (SpecialType.System_String, _, "Empty") => new ConstantTerm(""),
        (SpecialType.System_DateTime, _, "MinValue") => new ConstantTerm(DateTime.MinValue),
        (SpecialType.System_DateTime, _, "MaxValue") => new ConstantTerm(DateTime.MaxValue),
        (_, "Guid", "Empty") => new ConstantTerm(Guid.Empty),
        (_, "TimeSpan", "Zero") => new ConstantTerm(TimeSpan.Zero),
        (_, "DBNull", "Value") => new ConstantTerm(null),
        _ => null,
    };

    /// <summary>A new object as a value; null where it is not one of these.</summary>
    public static Term? New(INamedTypeSymbol type, IReadOnlyList<Term> arguments)
    {
        var values = arguments.Select(a => a is ConstantTerm constant ? constant.Value : a).ToArray();
        return (type.Name, values) switch
        {
            ("NonUnicodeString", [string or null]) => new AnsiTerm((string?)values[0]),
            ("ExplicitUnicodeString", [string or null]) => new ConstantTerm(values[0]),
            ("Guid", [string text]) when Guid.TryParse(text, out var id) => new ConstantTerm(id),
            ("Guid", []) => new ConstantTerm(Guid.Empty),
            ("DateTime", [.., MemberTerm { Type: "DateTimeKind" }]) => Date(values.Take(values.Length - 1).ToArray()),
            ("DateTime", _) when values.All(v => v is int or long) => Date(values),
            ("TimeSpan", [int hours, int minutes, int seconds]) => new ConstantTerm(new TimeSpan(hours, minutes, seconds)),
            ("TimeSpan", [long ticks]) => new ConstantTerm(new TimeSpan(ticks)),
            ("DateTimeOffset", [DateTime time, TimeSpan offset]) => Offset(time, offset),
            ("DateTimeOffset", [int year, int month, int day, int hour, int minute, int second, TimeSpan offset]) when Date(values.Take(6).ToArray()) is ConstantTerm { Value: DateTime time } => Offset(time, offset),
            ("Decimal", [int number]) => new ConstantTerm((decimal)number),
            ("String", [char letter, int count]) when count is >= 0 and < 10_000 => new ConstantTerm(new string(letter, count)),
            _ => null,
        };
    }

    private static ConstantTerm? Date(object?[] values)
    {
        try
        {
            var n = values.Select(v => v is int number ? number : 0).ToArray();
            return values switch
            {
                [] => new(DateTime.MinValue),
                [long ticks] => new(new DateTime(ticks)),
                [int, int, int] => new(new DateTime(n[0], n[1], n[2])),
                [int, int, int, int, int, int] or [int, int, int, int, int, int, int] => new(new DateTime(n[0], n[1], n[2], n[3], n[4], n[5], n.Length > 6 ? n[6] : 0)),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static ConstantTerm? Offset(DateTime time, TimeSpan offset)
    {
        try
        {
            return new(new DateTimeOffset(time, offset));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
