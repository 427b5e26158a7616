using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A nullable column becomes NOT NULL while it may hold nulls.</summary>
public static class SetNotNull
{
    /// <summary>The rule; a second value says that NOT NULL was not written but implied.</summary>
    public static Rule Rule { get; } = new("MIG0304", nameof(SetNotNull))
    {
        Title = "A column becomes NOT NULL while it may hold nulls",
        Message = "Column '{0}' becomes NOT NULL{?1, since altering it without 'Nullable()' means so}, and no step before gave its nulls a value. "
            + "The migration fails as soon as one row holds null. "
            + "Fill it first: 'Update.Table(…).Set(…).Where(…)' for the rows that hold null.",
        Severity = Severity.Error,
        Check = Check,
    };

    private static IEnumerable<Finding> Check(Pass pass) =>
        from altered in pass.UpSteps<AlterColumn>()
        let table = altered.Operation.Table
        let name = altered.Operation.Column.Name
        where Nullable(altered.Step.Before, table, name) == true
            && Nullable(altered.Step.After, table, name) == false
            && pass.MayHaveRows(altered.Step, table)
            && !IsFilled(pass, altered.Step, table, name)
        select pass.Find(Rule.Id, altered.Step, Words.Of(table, name), altered.Operation.Column.Nullable is null ? "implied" : "");

    private static bool? Nullable(Schema schema, TableName table, string column) =>
        schema.Tables.Find(table)?.FindColumn(column, schema.Dialect)?.Nullable;

    // From the step back to the one that let nulls in; of earlier migrations only a step counts that names the table.
    private static bool IsFilled(Pass pass, TracedStep step, TableName table, string column)
    {
        var before = pass.Up.Steps.TakeWhile(s => !ReferenceEquals(s, step)).Reverse().Select(s => (Step: s, Here: true));
        var earlier = pass.Earlier.Reverse().SelectMany(t => t.Steps.Reverse()).Select(s => (Step: s, Here: false));
        foreach (var (candidate, here) in before.Concat(earlier).Where(c => c.Step.Refusal is null))
        {
            if (Fills(candidate, pass, table, column, here))
            {
                return true;
            }

            if (Nullable(candidate.Before, table, column) != true && Nullable(candidate.After, table, column) == true)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Fills(TracedStep step, Pass pass, TableName table, string column, bool here)
    {
        if (step.Step.Operation is UpdateRows update)
        {
            return pass.Dialect.Same(update.Table, table) && Sets(update, pass, column);
        }

        var reach = OpaqueReach.OfRows(step, pass.Migration.Touches);
        return ((here || !reach.Everything) && reach.Includes(table, pass.Dialect))
            || (step.Step.Operation is RawSql sql && SqlEffects.Read(sql.Text, pass.Target.Kind).OfType<UpdatesRows>().Any(e => Sets(e, pass, table, column)));
    }

    private static bool Sets(UpdatesRows update, Pass pass, TableName table, string column) =>
        pass.Dialect.Same(update.Table, table)
        && update.Columns.Contains(column, pass.Dialect.Names)
        && (update.AllRows || update.Where?.IndexOf(column, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Sets(UpdateRows update, Pass pass, string column)
    {
        bool IsColumn(Cell cell) => pass.Dialect.Names.Equals(cell.Column, column);
        return update.Set.Any(c => IsColumn(c) && c.Value.Kind != ValueKind.Null)
            && (update.AllRows || update.Where.All(c => IsColumn(c) && c.Value.Kind == ValueKind.Null));
    }
}
