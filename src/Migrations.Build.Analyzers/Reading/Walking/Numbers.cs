using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Migrations.Build.Analyzers.Reading.Walking;

/// <summary>Converts numbers as C# does.</summary>
internal static class Numbers
{
    /// <summary>The number as another type; null where it is none, or does not fit.</summary>
    public static object? To(object value, SpecialType type)
    {
        if (!Operators.IsNumber(value))
        {
            return null;
        }

        try
        {
            var number = value is char letter ? (int)letter : value;
            return type switch
            {
                SpecialType.System_SByte => Convert.ToSByte(number, CultureInfo.InvariantCulture),
                SpecialType.System_Byte => Convert.ToByte(number, CultureInfo.InvariantCulture),
                SpecialType.System_Int16 => Convert.ToInt16(number, CultureInfo.InvariantCulture),
                SpecialType.System_UInt16 => Convert.ToUInt16(number, CultureInfo.InvariantCulture),
                SpecialType.System_Int32 => Convert.ToInt32(number, CultureInfo.InvariantCulture),
                SpecialType.System_UInt32 => Convert.ToUInt32(number, CultureInfo.InvariantCulture),
                SpecialType.System_Int64 => Convert.ToInt64(number, CultureInfo.InvariantCulture),
                SpecialType.System_UInt64 => Convert.ToUInt64(number, CultureInfo.InvariantCulture),
                SpecialType.System_Single => Convert.ToSingle(number, CultureInfo.InvariantCulture),
                SpecialType.System_Double => Convert.ToDouble(number, CultureInfo.InvariantCulture),
                SpecialType.System_Decimal => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
