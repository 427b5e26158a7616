using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Down does to older data what a rule warns of where an Up does it.</summary>
public static class UnsafeDown
{
    private static readonly Items<Rule> Hazards = Items.Of(DataLoss.DropTable.Rule, DataLoss.DropColumn.Rule, EmptyTable.Rule, UpdateAllRows.Rule);

    /// <summary>The rule: the object, the id of the other rule, and what that says.</summary>
    public static Rule Rule { get; } = new("MIG0111", nameof(UnsafeDown))
    {
        Title = "Down is dangerous to data that Up did not make",
        Message = "Down does to '{0}' what rule {1} warns of in an Up: {2}. "
            + "A rollback would destroy what was there before the migration, or came since. "
            + "Undo only what Up did, by a condition that finds just that.",
        Severity = Severity.Warning,
        Check = Check,
    };

    // Undoing what Up did is no hazard; what Down does to objects that Up leaves alone is another rule's matter.
    private static IEnumerable<Finding> Check(Pass pass)
    {
        if (!pass.UpFits || pass.Migration.ForwardOnly is not null || pass.Script.DownKind != DownKind.Written || pass.Down.Steps.Any(s => s.Refusal is not null))
        {
            return [];
        }

        var foreign = Residue.Of(pass, DownForeign.Rule.Id).Select(r => r.Step).ToArray();
        return from step in pass.Down.Steps
               where MayDestroy(step) && !foreign.Contains(step)
               let down = Turned(pass, step)
               from rule in Hazards
               from found in rule.Check!(down)
               where (found.Severity ?? rule.Severity) > Severity.Info && IsOlder(pass, step, rule, found)
               select pass.FindInDown(Rule.Id, step, found.Values[0], rule.Id, char.ToLowerInvariant(rule.Title[0]) + rule.Title.Substring(1));
    }

    private static bool MayDestroy(TracedStep step) => step.Step.Operation is Operations.DropTable or Operations.DropColumn or DeleteRows { AllRows: true } or UpdateRows { AllRows: true } or RawSql;

    // The step as if it were the only one of an Up.
    private static Pass Turned(Pass pass, TracedStep step) => new()
    {
        Target = pass.Target,
        Migration = pass.Migration,
        Script = pass.Script with { Up = Items.Of(step.Step), Down = Items<Step>.Empty },
        Up = new(step.Before, Items.Of(step)),
        Down = new(step.After, Items<TracedStep>.Empty),
        New = pass.Up.Steps.Concat(pass.Down.Steps.TakeWhile(s => !ReferenceEquals(s, step))).Aggregate(pass.New, (known, s) => known.After(s, pass.Migration.Touches, isNew: true)),
    };

    private static bool IsOlder(Pass pass, TracedStep step, Rule rule, Finding found)
    {
        var steps = pass.Up.Steps.Concat(pass.Down.Steps.TakeWhile(s => !ReferenceEquals(s, step))).ToArray();
        return Touched.Tables(step.Step.Operation, pass.Target.Kind).Concat(step.Before.Tables.Select(t => t.Name)).Any(table =>
            step.Before.Tables.Find(table) is { } there
            && there.Columns.Select(c => (string?)c.Name).Prepend(null).Any(c => (c is null ? there.Name.ToString() : Words.Of(there.Name, c)) == found.Values[0]
                && new Renaming(steps, pass.Dialect).Back(new(there.Name, c), steps.Length) is { } then
                && pass.Before.Tables.Find(then.Table) is { } old
                && (then.Column is null || old.FindColumn(then.Column, pass.Dialect) is not null)
                && !IsUndone(pass, then, rule)));
    }

    // Whoever wrote a column in Up, or made a table empty, may do so again; what cannot be read may have done it.
    private static bool IsUndone(Pass pass, Named then, Rule rule) => pass.Up.Steps.Any(s =>
        OpaqueReach.OfRows(s, pass.Migration.Touches).Includes(then.Table, pass.Dialect)
        || Written.Of(s.Step.Operation, pass.Target.Kind).Any(e => e switch
        {
            UpdatesRows u => rule == UpdateAllRows.Rule && pass.Dialect.Same(u.Table, then.Table) && then.Column is not null && u.Columns.Contains(then.Column, pass.Dialect.Names),
            DeletesRows d => rule == EmptyTable.Rule && d.AllRows && pass.Dialect.Same(d.Table, then.Table),
            _ => false,
        }));
}
