using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Runner;

/// <summary>Makes findings of the runner's own rules.</summary>
internal static class Wording
{
    /// <summary>A finding of the rule with these values.</summary>
    public static Finding Says(this Rule rule, params string[] values) => new(rule.Id, Items.Of(values));

    /// <summary>A finding of the rule about a migration.</summary>
    public static Finding Says(this Rule rule, long version, string name, params string[] values) =>
        new(rule.Id, Items.Of([Text(version), name, .. values])) { Version = version, Class = name };

    /// <summary>A number of rows in words.</summary>
    public static string Rows(long rows) => rows == 1 ? "one row" : Text(rows) + " rows";

    /// <summary>A number as every culture writes it.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
