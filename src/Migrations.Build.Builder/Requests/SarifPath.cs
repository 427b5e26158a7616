using System.Text.RegularExpressions;

namespace Migrations.Build.Builder.Requests;

/// <summary>Where findings are logged, told from the compiler's <c>ErrorLog</c>: a path, in quotation marks or not, and perhaps a version behind a comma or semicolon.</summary>
internal static partial class SarifPath
{
    /// <summary>The path beside the compiler's log; null when the value names no file.</summary>
    public static string? Beside(string errorLog, string folder)
    {
        var path = FirstPart().Match(errorLog).Groups["path"].Value.Replace("\"", "", StringComparison.Ordinal).Trim();
        return path.Length == 0 ? null : Path.GetFullPath(Path.ChangeExtension(path, ".migrations.sarif"), Path.GetFullPath(folder));
    }

    [GeneratedRegex("""^[\s,;]*(?<path>("[^"]*"|[^,;"])*)""", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPart();
}
