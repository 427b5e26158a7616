using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;

namespace Migrations.Build.Verification.Rounds;

/// <summary>The tables that both schemas have and that a migration touches on one of its ways.</summary>
internal static partial class KeptTables
{
    /// <summary>Their names before, by their names after Up.</summary>
    public static IReadOnlyDictionary<string, string> Of(SchemaState before, Moment first, TableNames names, Link link)
    {
        var operations = link.Script is { } script ? script.Up.Concat(script.Down).Select(s => s.Operation) : [];
        var touched = operations.SelectMany(o => Touched.Tables(o, DatabaseKind.Sqlite)).Select(t => t.Name)
            .Concat(first.Rows.Keys).Concat(first.Forms.Keys)
            .ToHashSet(AsciiComparer.IgnoreCase);
        var texts = link.Up.Concat(link.Down).Select(s => References().Replace(s.Text, "")).ToList();
        var kept = new SortedDictionary<string, string>(AsciiComparer.IgnoreCase);
        foreach (var old in before.Tables)
        {
            if (names.After(old.Name) is { } became && (touched.Contains(old.Name) || touched.Contains(became) || texts.Exists(t => Words.Contains(t, old.Name))))
            {
                kept[became] = old.Name;
            }
        }

        return kept;
    }

    // To be referred to is not to be touched.
    [GeneratedRegex(@"\bREFERENCES\s+(""(?:[^""]|"""")*""|\[[^\]]*\]|`[^`]*`|\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex References();
}
