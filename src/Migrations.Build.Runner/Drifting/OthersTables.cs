using System.Text.RegularExpressions;
using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Drifting;

/// <summary>
/// The tables and views in a database that are none of the history's: those that a pattern names, and those that ASP.NET Core Identity and EF
/// Core make. Only what the history does not make can be another's.
/// </summary>
internal sealed class OthersTables
{
    // https://learn.microsoft.com/ef/core/managing-schemas/migrations/history-table (EF Core 10) and
    // https://learn.microsoft.com/aspnet/core/security/authentication/customize-identity-model (ASP.NET Core 10).
    private static readonly string[] WellKnown = ["__EFMigrationsHistory", "__EFMigrationsLock", "AspNet*"];

    private readonly Regex _patterns;

    public OthersTables(MigrationBundle bundle, IEnumerable<string> patterns) => _patterns = new(
        "^(" + string.Join('|', WellKnown.Concat(bundle.Manifest.IgnoreTables).Concat(patterns).Select(p => Regex.Escape(p.Trim()).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal))) + ")$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>The tables that no migration of the bundle speaks of are others' as well.</summary>
    public static OthersTables AllBut(MigrationBundle bundle, IEnumerable<string> patterns) => new(bundle, patterns)
    {
        Ours = bundle.Manifest.Migrations.SelectMany(m => m.Tables).ToHashSet(StringComparer.OrdinalIgnoreCase),
    };

    private HashSet<string>? Ours { get; init; }

    /// <summary>The live schema without them, and their names.</summary>
    public (Schema Schema, Items<string> Names) TakeOut(Schema live, Schema expected)
    {
        var tables = live.Tables.Where(t => expected.Tables.Find(t.Name) is null && (Matches(t.Name) || Ours?.Contains(t.Name.ToString()) == false)).ToArray();
        var views = live.Views.Where(v => expected.Views.Find(v.Name) is null && Matches(v.Name)).ToArray();
        foreach (var table in tables)
        {
            var triggers = live.Triggers.Where(t => t.Table is { } on && live.Dialect.Names.Equals(on.Name, table.Name.Name)).Select(t => t.Name).ToArray();
            live = live with { Tables = live.Tables.Without(table.Name), Triggers = triggers.Aggregate(live.Triggers, (all, t) => all.Without(t)) };
        }

        live = live with { Views = views.Aggregate(live.Views, (all, v) => all.Without(v.Name)) };
        return (live, tables.Select(t => t.Name).Concat(views.Select(v => v.Name)).Select(n => n.ToString()).ToItems());
    }

    private bool Matches(Model.Operations.TableName name) => _patterns.IsMatch(name.ToString()) || _patterns.IsMatch(name.Name);
}
