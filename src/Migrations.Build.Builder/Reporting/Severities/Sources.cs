using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Reporting.Severities;

/// <summary>The sources that the project was compiled from, as far as a finding's place and severity depend on them.</summary>
internal sealed class Sources(Items<string> paths)
{
    private readonly ConcurrentDictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private readonly Lazy<bool> _haveSuppressions = new(() => paths.AsParallel().Any(p => Mentions(p, "SuppressMessage"u8)));

    /// <summary>The paths of the sources.</summary>
    public Items<string> Paths => paths;

    /// <summary>Whether any source may hold a <c>[SuppressMessage]</c>, which the compiler leaves out of the assembly.</summary>
    public bool HaveSuppressions => _haveSuppressions.Value;

    /// <summary>Whether a source switches warnings off or on.</summary>
    public static bool HasPragma(string path) => Mentions(path, "#pragma"u8);

    /// <summary>Where a finding stands: one about a class at the class's name, also where no symbols tell its file.</summary>
    public Place? PlaceOf(Finding finding) => (finding.Place, finding.Class) switch
    {
        (null, { Length: > 0 } name) => paths.Select(p => NameIn(p, name, int.MaxValue)).FirstOrDefault(p => p is not null),
        ({ IsOfClass: true } place, { Length: > 0 } name) => NameIn(place.File, name, place.Line) ?? place,
        var (place, _) => place,
    };

    // The nearest before the class's first method, or the first where it has none.
    private Place? NameIn(string path, string name, int before)
    {
        var lines = _lines.GetOrAdd(path, p => File.Exists(p) ? File.ReadAllLines(p) : []);
        var declaration = new Regex($@"^(?:[^/*""]|""[^""]*"")*\b(?:class|record|struct|type)\s+@?(?<name>{Regex.Escape(name)})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        Place? found = null;
        for (var i = 0; i < lines.Length && (found is null || i < before); i++)
        {
            // Few lines hold the name at all.
            if (lines[i].Contains(name, StringComparison.Ordinal) && declaration.Match(lines[i]) is { Success: true } match)
            {
                found = new(path, i + 1, match.Groups["name"].Index + 1);
            }
        }

        return found;
    }

    private static bool Mentions(string path, ReadOnlySpan<byte> text)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        // Text in UTF-16 has other bytes: let the compiler look.
        var bytes = File.ReadAllBytes(path).AsSpan();
        return bytes.IndexOf(text) >= 0 || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
    }
}
