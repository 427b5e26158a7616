using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules;

/// <summary>What a rule looks at: one migration on one database, with the schema around each of its steps.</summary>
public sealed record Pass
{
    private Change[]? _changes;

    /// <summary>The database, and the oldest version that must work.</summary>
    public required DatabaseTarget Target { get; init; }

    /// <summary>The migration.</summary>
    public required Migration Migration { get; init; }

    /// <summary>What it does on this database.</summary>
    public required Script Script { get; init; }

    /// <summary>Its Up, step by step, from the schema that all earlier migrations leave.</summary>
    public required Trace Up { get; init; }

    /// <summary>Its Down, step by step, from the schema that its Up leaves.</summary>
    public required Trace Down { get; init; }

    /// <summary>What is new when its Up begins.</summary>
    public NewObjects New { get; init; } = NewObjects.None(DatabaseKind.Sqlite);

    /// <summary>The Ups of all earlier migrations on this database, the first one first.</summary>
    public IReadOnlyList<Trace> Earlier { get; init; } = [];

    /// <summary>Those of <see cref="Earlier"/> that are to be released together with this migration; none where no releases file says so.</summary>
    internal IReadOnlyList<Trace> Window { get; init; } = [];

    /// <summary>The whole history, for what a later migration does about it.</summary>
    public History History => Whole.Value;

    /// <summary>The schema before the migration.</summary>
    public Schema Before => Up.Before;

    /// <summary>The facts about the engine.</summary>
    public Dialect Dialect => Dialect.Of(Target.Kind);

    internal Lazy<History> Whole { get; init; } = new(() => new(Items<Migration>.Empty));

    /// <summary>Whether every step of Up fits the schema that it meets; only then can Down be judged.</summary>
    public bool UpFits => Up.Steps.All(s => s.Refusal is null);

    /// <summary>The steps of Up of one kind of operation, as far as they fit the schema that they meet.</summary>
    public IEnumerable<(TracedStep Step, T Operation)> UpSteps<T>()
        where T : Operation => Up.Steps.Where(s => s.Refusal is null && s.Step.Operation is T).Select(s => (s, (T)s.Step.Operation));

    /// <summary>The changes of Up of one kind, whether operations or SQL text that could be read say them.</summary>
    internal IEnumerable<(Change Change, T Operation)> UpChanges<T>()
        where T : Operation => (_changes ??= [.. Up.Steps.SelectMany(s => Change.Of(s, Migration.Touches))]).Where(c => c.Operation is T).Select(c => (c, (T)c.Operation));

    /// <summary>Whether a table may have rows when a step of Up begins: it is there, and it is not new or something may have filled it.</summary>
    public bool MayHaveRows(TracedStep step, TableName table) =>
        step.Before.Tables.Find(table) is { } found && (found.Filled || !NewAt(step).IsNew(table));

    /// <summary>Whether a column may hold values that nothing else holds when a step of Up begins.</summary>
    public bool MayHaveValues(TracedStep step, TableName table, string column) =>
        MayHaveRows(step, table) && !NewAt(step).IsNew(table, column);

    /// <summary>A finding of a rule at a step of Up.</summary>
    public Finding Find(string rule, TracedStep step, params string[] values) =>
        Find(rule, step.Step.Place, values) with { NamesMigration = step.Step.Place is null };

    /// <summary>A finding of a rule at a step of Down.</summary>
    public Finding FindInDown(string rule, TracedStep? step, params string[] values) => Find(rule, step?.Step.Place ?? Migration.DownPlace, values) with { NamesMigration = step is { Step.Place: null } };

    /// <summary>A finding of a rule about this migration, at the place of a step or, without one, at the migration.</summary>
    public Finding Find(string rule, Place? place, params string[] values) => new(rule, Items.Of(values))
    {
        Version = Migration.Version,
        Class = Migration.Class,
        Databases = Items.Of(Target.Kind),
        Place = place ?? Migration.Place,
    };

    private NewObjects NewAt(TracedStep step)
    {
        var found = New;
        foreach (var earlier in Up.Steps.TakeWhile(s => !ReferenceEquals(s, step)))
        {
            found = found.After(earlier, Migration.Touches, isNew: true);
        }

        return found;
    }
}
