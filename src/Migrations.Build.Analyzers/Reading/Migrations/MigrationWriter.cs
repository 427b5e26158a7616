using Migrations.Build.Analyzers.Reading.Drafts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>Makes a migration of a draft: what it does on each target database, against the schema before it and after its Up.</summary>
internal static class MigrationWriter
{
    /// <summary>The migration with a script for each group of databases on which it does the same.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="targets">The databases that the project ships to.</param>
    /// <param name="files">The scripts that the project embeds.</param>
    /// <param name="before">The schema before the migration on a target, by the target's place.</param>
    /// <param name="after">The schema after the given Up on a target.</param>
    public static Migration Write(MigrationDraft draft, Items<DatabaseTarget> targets, Scripts files, Func<int, Schema> before, Func<int, Items<Step>, Schema> after)
    {
        var scripts = new List<Script>();
        for (var i = 0; i < targets.Count; i++)
        {
            var (at, target) = (i, targets[i]);
            var up = new DraftResolver(target, files, () => before(at)).Add(draft.Up.Nodes);
            var steps = up.Steps;
            Add(scripts, Script(draft, target, files, up, steps, () => after(at, steps)));
        }

        return draft.Facts with { Scripts = scripts.ToItems() };
    }

    private static Script Script(MigrationDraft draft, DatabaseTarget target, Scripts files, DraftResolver up, Items<Step> steps, Func<Schema> after)
    {
        var script = new Script(Items.Of(target.Kind), steps, Items<Step>.Empty) { UpAssumptions = up.Assumptions };
        switch (draft.Shape)
        {
            case MigrationShape.ForwardOnly:
                return script with { DownKind = DownKind.ForwardOnly };
            case MigrationShape.Reversing:
                return Reversal.Of(steps, out var irreversible) is { } back
                    ? script with { Down = back, DownKind = DownKind.Reversed }
                    : script with { DownKind = DownKind.Irreversible, DownProblem = $"FluentMigrator cannot reverse '{irreversible!.GetType().Name}'" };
            default:
                if (draft.Down is not { Throws: false } written)
                {
                    return script with { DownKind = draft.Down is null ? DownKind.Written : DownKind.Throws, DownProblem = draft.Down is null ? null : "it throws" };
                }

                var down = new DraftResolver(target, files, after).Add(written.Nodes);
                return script with
                {
                    Down = down.Steps,
                    DownAssumptions = down.Assumptions,
                    DownKind = down.Steps.Count == 0 && written.Problems.Count == 0 ? DownKind.Empty : DownKind.Written,
                };
        }
    }

    private static void Add(List<Script> scripts, Script script)
    {
        var same = scripts.FindIndex(s => s with { Databases = script.Databases } == script);
        if (same < 0)
        {
            scripts.Add(script);
        }
        else
        {
            scripts[same] = scripts[same] with { Databases = scripts[same].Databases.Add(script.Databases[0]) };
        }
    }
}
