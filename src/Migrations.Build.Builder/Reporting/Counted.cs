using System.Globalization;

namespace Migrations.Build.Builder.Reporting;

/// <summary>A number with the word for what it counts.</summary>
internal static class Counted
{
    /// <summary><c>1 migration</c>, <c>2 migrations</c>.</summary>
    public static string Of(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");
}
