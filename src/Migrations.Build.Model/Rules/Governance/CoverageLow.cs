using System.Globalization;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Governance;

/// <summary>
/// Too many steps of what is not released cannot be read: a build says it once of them all. An editor, which folds no further than it must,
/// says it of the migration that is open, and why.
/// </summary>
public static class CoverageLow
{
    private const int Least = 10;
    private const int Percent = 80;

    /// <summary>The rule: how many steps can be read, of how many, where they are the fewest, and of one migration its class and why the first cannot.</summary>
    public static Rule Rule { get; } = new("MIG1209", nameof(CoverageLow))
    {
        Title = "Many steps cannot be read",
        Message = "Only {0} of {1} steps {?3of migration '{3}'}{!3that are not released} can be read in full for {2}{?4: {4}}. "
            + "Of what the others do the rules know nothing, and of the objects within their reach little. "
            + "Write them with FluentMigrator's own calls or in plain SQL, or declare with '[Touches]' what they touch.",
        Severity = Severity.Info,
        CheckHistory = Check,
        IsAboutProject = true,
    };

    /// <summary>The finding about one migration; null where every step of it can be read.</summary>
    public static Finding? Of(Migration migration, Items<DatabaseTarget> targets)
    {
        var (target, read, all) = Fewest(targets, t => Steps(migration, t.Kind));
        return target is null || read == all ? null : new(Rule.Id, Items.Of(Number(read), Number(all), Dialect.Of(target.Kind).Name, migration.Class, Why(migration, target.Kind)))
        {
            Version = migration.Version,
            Class = migration.Class,
            Place = migration.Place,
        };
    }

    private static IEnumerable<Finding> Check(HistoryPass pass)
    {
        if (pass.Whole.IsValueCreated)
        {
            var (target, read, all) = Fewest(pass.Targets, t => pass.Whole.Value.Migrations.Where(pass.IsUnreleased).SelectMany(m => Steps(m, t.Kind)));
            if (target is not null && all >= Least && read * 100 < all * Percent)
            {
                yield return new(Rule.Id, Items.Of(Number(read), Number(all), Dialect.Of(target.Kind).Name));
            }
        }
    }

    private static (DatabaseTarget? Target, int Read, int All) Fewest(Items<DatabaseTarget> targets, Func<DatabaseTarget, IEnumerable<bool>> steps) => targets
        .Select(t => (Target: (DatabaseTarget?)t, Steps: steps(t).ToArray()))
        .Where(c => c.Steps.Length > 0)
        .Select(c => (c.Target, Read: c.Steps.Count(read => read), All: c.Steps.Length))
        .OrderBy(c => (double)c.Read / c.All)
        .FirstOrDefault();

    private static string Why(Migration migration, DatabaseKind database) =>
        migration.For(database)!.Up.Select(s => s.Operation).First(o => !IsRead(o, migration.Touches, database)) switch
        {
            Opaque opaque => opaque.Why,
            CodeStep => "one runs code",
            _ => "the SQL text of one is not of a common form",
        };

    private static IEnumerable<bool> Steps(Migration migration, DatabaseKind database) =>
        migration.For(database) is { } script ? script.Up.Select(s => IsRead(s.Operation, migration.Touches, database)) : [];

    private static bool IsRead(Operation operation, Items<string> touches, DatabaseKind database) => operation switch
    {
        Opaque or CodeStep => touches.Count > 0,
        RawSql sql => touches.Count > 0 || SqlEffects.Read(sql.Text, database).All(e => e is not (UnknownEffect or AltersTable or DoesOther)),
        _ => true,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
