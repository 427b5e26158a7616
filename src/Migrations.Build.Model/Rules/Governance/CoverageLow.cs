using System.Globalization;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Governance;

/// <summary>Too many steps of what is not released cannot be read.</summary>
public static class CoverageLow
{
    private const int Fewest = 10;
    private const int Percent = 80;

    /// <summary>The rule: how many steps can be read, of how many, and where they are the fewest.</summary>
    public static Rule Rule { get; } = new("MIG1209", nameof(CoverageLow))
    {
        Title = "Many steps cannot be read",
        Message = "Only {0} of {1} steps that are not released can be read in full for {2}. "
            + "Of what the others do the rules know nothing, and of the objects within their reach little. "
            + "Write them with FluentMigrator's own calls or in plain SQL, or declare with '[Touches]' what they touch.",
        Severity = Severity.Info,
        CheckHistory = Check,
        IsAboutProject = true,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass)
    {
        var unreleased = pass.Whole.Value.Migrations.Where(pass.IsUnreleased).ToArray();
        var counts = pass.Targets.Select(t => (Target: t, Steps: unreleased.SelectMany(m => Steps(m, t.Kind)).ToArray())).Where(c => c.Steps.Length >= Fewest);
        foreach (var (target, steps) in counts.OrderBy(c => (double)c.Steps.Count(read => read) / c.Steps.Length).Take(1))
        {
            var read = steps.Count(r => r);
            if (read * 100 < steps.Length * Percent)
            {
                yield return new(Rule.Id, Items.Of(Number(read), Number(steps.Length), Dialect.Of(target.Kind).Name));
            }
        }
    }

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
