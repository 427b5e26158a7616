using System.Globalization;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Runner.Running;

/// <summary>Compares what a query gave with what was expected.</summary>
internal static class ExpectedValue
{
    /// <summary>Whether the two are equal; numbers by value, everything else by its invariant text.</summary>
    public static bool Holds(object? actual, Value expected)
    {
        if (actual is null or DBNull)
        {
            return expected.Kind == ValueKind.Null;
        }

        if (expected.Text is not { } text)
        {
            return false;
        }

        var wanted = expected.Kind == ValueKind.Boolean && actual is not bool ? (text == "true" ? "1" : "0") : text;
        return actual switch
        {
            bool flag => string.Equals(flag ? "true" : "false", wanted, StringComparison.OrdinalIgnoreCase) || wanted == (flag ? "1" : "0"),
            byte[] bytes => string.Equals(Convert.ToHexString(bytes), wanted, StringComparison.OrdinalIgnoreCase),
            IFormattable number when Number(number.ToString(null, CultureInfo.InvariantCulture)) is { } a && Number(wanted) is { } b => a == b,
            _ => string.Equals(Convert.ToString(actual, CultureInfo.InvariantCulture), wanted, StringComparison.Ordinal),
        };
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
