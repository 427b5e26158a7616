using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A migration that always runs needs an object that only a migration makes that does not.</summary>
public static class TagOrProfileDependency
{
    /// <summary>The rule: the class, what it needs, its name, the class that makes it, and when that one runs.</summary>
    public static Rule Rule { get; } = new("MIG1109", nameof(TagOrProfileDependency))
    {
        Title = "A migration needs what only some runs make",
        Message = "Migration '{0}' always runs and needs {1} '{2}', which only '{3}' makes, {4}. "
            + "Where that one does not run before, the migration fails at this step. "
            + "Make the object in a migration that always runs, or put this one under the same condition.",
        Severity = Severity.Error,
        CheckHistory = Check,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass) => pass.Outline.Migrations.All(m => m.Kind == MigrationKind.Versioned && m.Tags.Count == 0)
        ? []
        : pass.Targets.SelectMany(t => Check(pass, t));

    private static IEnumerable<Finding> Check(HistoryPass pass, DatabaseTarget target)
    {
        var (whole, always) = (Schema.Empty(target.Kind), Schema.Empty(target.Kind));
        var tagged = new List<(Migration Migration, Trace Up)>();
        var said = new HashSet<(string, string)>();
        foreach (var migration in pass.Whole.Value.Versioned)
        {
            if (migration.For(target.Kind) is not { } script)
            {
                continue;
            }

            var full = Fold.Trace(whole, script.Up, migration.Touches);
            whole = full.After;
            if (migration.Tags.Count > 0)
            {
                tagged.Add((migration, full));
                continue;
            }

            var alone = Fold.Trace(always, script.Up, migration.Touches);
            always = alone.After;
            foreach (var (step, refusal) in Missing(alone).Where(m => said.Add((m.Refusal.Subject, m.Refusal.Name))))
            {
                var asWhole = full.Steps.First(s => ReferenceEquals(s.Step, step.Step));
                var maker = asWhole.Refusal is null ? Tagged(tagged, step.Step.Operation) : Occasional(pass.Whole.Value, target.Kind, asWhole);
                if (maker is not null)
                {
                    yield return Find(migration, step, refusal, maker, target.Kind);
                }
            }
        }
    }

    private static IEnumerable<(TracedStep Step, Refusal Refusal)> Missing(Trace trace) =>
        trace.Steps.Where(s => s.Refusal is { Kind: RefusalKind.Unknown }).Select(s => (s, s.Refusal!));

    // The one after which the step would fit.
    private static Migration? Tagged(IEnumerable<(Migration Migration, Trace Up)> tagged, Operation operation) =>
        tagged.LastOrDefault(t => IsMissed(t.Up.Before, operation) && !IsMissed(t.Up.After, operation)).Migration;

    private static Migration? Occasional(History history, DatabaseKind database, TracedStep step) => history.Migrations
        .Where(m => m.Kind != MigrationKind.Versioned && m.For(database) is not null)
        .FirstOrDefault(m => !IsMissed(Fold.Trace(step.Before, m.For(database)!.Up, m.Touches).After, step.Step.Operation));

    private static bool IsMissed(Schema schema, Operation operation) => Fold.Apply(schema, operation).Refusal is { Kind: RefusalKind.Unknown };

    private static Finding Find(Migration migration, TracedStep step, Refusal refusal, Migration maker, DatabaseKind database) =>
        new(Rule.Id, Items.Of(migration.Class, refusal.Subject, refusal.Name, maker.Class, When(maker)))
        {
            Version = migration.Version,
            Class = migration.Class,
            Databases = Items.Of(database),
            Place = step.Step.Place ?? migration.Place,
            Severity = maker.Kind == MigrationKind.Maintenance && maker.Occasion?.StartsWith("Before", StringComparison.Ordinal) == true ? Severity.Warning : null,
        };

    private static string When(Migration maker) => maker.Kind switch
    {
        MigrationKind.Profile => $"with the profile '{maker.Occasion}'",
        MigrationKind.Maintenance => $"at the stage '{maker.Occasion}' of a run",
        _ => $"with {(maker.Tags.Count == 1 ? "the tag" : "the tags")} '{string.Join("', '", maker.Tags)}'",
    };
}
