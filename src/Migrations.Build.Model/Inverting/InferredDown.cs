using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Inverting;

/// <summary>Gives migrations without a usable Down the one that the model knows: the inverse of every step, in reverse order.</summary>
public static class InferredDown
{
    /// <summary>The history with every Down that is known; what was written by hand, or declared to be forward only, stays as it is.</summary>
    public static History AddTo(History history, Items<DatabaseKind> databases)
    {
        var schemas = databases.ToDictionary(d => d, Schema.Empty);
        return new(history.Migrations.Select(m => Of(m, databases, schemas)).ToItems());
    }

    /// <summary>The steps that undo what was traced, the last one first; null where one of them is not known.</summary>
    public static Items<Step>? Of(Trace trace)
    {
        var steps = new List<Step>();
        foreach (var traced in trace.Steps.Reverse())
        {
            var inverse = Invert.Operation(traced.Step.Operation, traced.Before);
            if (inverse.Wholeness == Wholeness.None)
            {
                return null;
            }

            steps.AddRange(inverse.Operations.Select(o => new Step(o) { Place = traced.Step.Place }));
        }

        return steps.ToItems();
    }

    private static Migration Of(Migration migration, Items<DatabaseKind> databases, Dictionary<DatabaseKind, Schema> schemas)
    {
        var scripts = new List<Script>();
        foreach (var database in databases)
        {
            if (migration.For(database) is not { } script)
            {
                continue;
            }

            var trace = Fold.Trace(schemas[database], script.Up, migration.Touches);
            schemas[database] = migration.Kind == MigrationKind.Versioned ? trace.After : schemas[database];
            var own = (migration.ForwardOnly is null && Lacks(script) && Of(trace) is { } down
                ? script with { Down = down, DownKind = DownKind.Inferred, DownProblem = null, DownAssumptions = Items<Assumption>.Empty }
                : script) with { Databases = Items.Of(database) };
            var same = scripts.FindIndex(s => s with { Databases = own.Databases } == own);
            if (same < 0)
            {
                scripts.Add(own);
            }
            else
            {
                scripts[same] = scripts[same] with { Databases = scripts[same].Databases.Add(database) };
            }
        }

        return scripts.All(s => s.DownKind != DownKind.Inferred) ? migration : migration with { Scripts = scripts.ToItems() };
    }

    private static bool Lacks(Script script) => script.DownKind is DownKind.Empty or DownKind.Throws or DownKind.Unreadable or DownKind.Irreversible && script.Up.Count > 0;
}
