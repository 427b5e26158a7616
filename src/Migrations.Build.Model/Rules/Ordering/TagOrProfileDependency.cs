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
        Check = Check,
        CheckHistory = CheckHistory,
    };

    // What a profile or a stage makes is no part of the history that the others meet.
    private static IEnumerable<Finding> Check(Pass pass) => pass.Migration.Tags.Count > 0
        ? []
        : from missing in Missing(pass.Up)
          let maker = Occasional(pass.History, pass.Target.Kind, missing.Step)
          where maker is not null
          select Find(pass.Migration, missing.Step, missing.Refusal, maker, pass.Target.Kind);

    private static IEnumerable<Finding> CheckHistory(HistoryPass pass) => pass.Outline.Versioned.All(m => m.Tags.Count == 0)
        ? []
        : pass.Targets.Where(t => IsMissed(pass.Whole.Value, t.Kind)).SelectMany(t => Tagged(pass.Whole.Value, t.Kind));

    // Whether anything is missing without the tagged ones; hardly ever, and then there is nothing more to do.
    private static bool IsMissed(History history, DatabaseKind database)
    {
        var schema = Schema.Empty(database);
        foreach (var migration in history.Versioned.Where(m => m.Tags.Count == 0))
        {
            var up = Up(schema, migration, database);
            if (Missing(up).Any())
            {
                return true;
            }

            schema = up.After;
        }

        return false;
    }

    private static IEnumerable<Finding> Tagged(History history, DatabaseKind database)
    {
        var (whole, always) = (Schema.Empty(database), Schema.Empty(database));
        var tagged = new List<(Migration Migration, Trace Up)>();
        var said = new HashSet<(string, string)>();
        foreach (var migration in history.Versioned)
        {
            var full = Up(whole, migration, database);
            whole = full.After;
            if (migration.Tags.Count > 0)
            {
                tagged.Add((migration, full));
                continue;
            }

            var alone = Up(always, migration, database);
            always = alone.After;
            foreach (var step in alone.Steps.Where((s, i) => s.Refusal is { Kind: RefusalKind.Unknown } missing && full.Steps[i].Refusal is null && said.Add((missing.Subject, missing.Name))))
            {
                if (Maker(tagged, step.Step.Operation) is { } maker)
                {
                    yield return Find(migration, step, step.Refusal!, maker, database);
                }
            }
        }
    }

    private static Trace Up(Schema schema, Migration migration, DatabaseKind database) =>
        Fold.Trace(schema, migration.For(database)?.Up ?? Items<Step>.Empty, migration.Touches);

    private static IEnumerable<(TracedStep Step, Refusal Refusal)> Missing(Trace trace) =>
        trace.Steps.Where(s => s.Refusal is { Kind: RefusalKind.Unknown }).Select(s => (s, s.Refusal!));

    // The one after which the step would fit.
    private static Migration? Maker(IEnumerable<(Migration Migration, Trace Up)> tagged, Operation operation) =>
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
