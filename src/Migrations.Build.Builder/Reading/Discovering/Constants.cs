using System.Globalization;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Discovering;

/// <summary>Reads the constants that an attribute can hold.</summary>
internal static class Constants
{
    /// <summary>The constant as a value.</summary>
    public static Value Read(object? constant) => constant switch
    {
        null => Value.Null,
        string text => Value.Of(text),
        bool flag => Value.Of(flag),
        char letter => Value.Of(letter.ToString()),
        double number => new(ValueKind.Double, number.ToString("R", CultureInfo.InvariantCulture)),
        float number => new(ValueKind.Single, number.ToString("R", CultureInfo.InvariantCulture)),
        ulong number => new(ValueKind.Integer, number.ToString(CultureInfo.InvariantCulture)),
        IConvertible number => Value.Of(number.ToInt64(CultureInfo.InvariantCulture)),
        _ => new(ValueKind.Unknown, "an expected value that is no constant"),
    };
}
