using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Tells whether what a migration writes depends on the time or on chance, so that two runs cannot give the same values.</summary>
internal static partial class Volatile
{
    public static bool Is(Link link, SchemaState schema, IEnumerable<string> tables)
    {
        var named = tables.ToHashSet(AsciiComparer.IgnoreCase);
        return link.HasCode
            || link.Up.Concat(link.Down).Any(s => Words().IsMatch(s.Text))
            || schema.Objects.Any(o => o.Sql is { } sql && (o.Type == "trigger" || named.Contains(o.Name)) && Words().IsMatch(sql));
    }

    [GeneratedRegex(@"\bCURRENT_(TIME|DATE|TIMESTAMP)\b|\brandom(blob)?\s*\(|'now'|\b(date|time|datetime|julianday|unixepoch)\s*\(\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
