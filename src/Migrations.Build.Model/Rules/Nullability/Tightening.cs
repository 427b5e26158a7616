using System.Text.RegularExpressions;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Rules.Nullability;

/// <summary>A nullable column of a table that may have rows becomes NOT NULL, and what is known of how its nulls got a value before.</summary>
/// <param name="Implied">Whether NOT NULL was not written but follows from an alteration that does not say nullable.</param>
/// <param name="Filled">Whether a step before gave nulls of the column a value, or deleted their rows.</param>
/// <param name="Condition">The condition of the step that did, where it does not show that every null was reached.</param>
internal sealed record Tightening(Change Change, TableName Table, string Column, bool Implied, bool Filled, string? Condition)
{
    /// <summary>The tightenings of a migration's Up.</summary>
    public static IEnumerable<Tightening> Of(Pass pass) =>
        from altered in pass.UpChanges<AlterColumn>()
        let table = altered.Operation.Table
        let name = altered.Operation.Column.Name
        where Nullable(altered.Change.Before, table, name) == true
            && Nullable(altered.Change.After, table, name) == false
            && pass.MayHaveRows(altered.Change.Step, table)
        let fills = new Fills(pass, table, name)
        let fill = fills.Before(altered.Change)
        select new Tightening(altered.Change, table, name, altered.Operation.Column.Nullable is null, fill.Any, fill.Condition);

    /// <summary>Whether a step behind the tightening fills the column, in plain words.</summary>
    public bool IsFilledBehind(Pass pass)
    {
        var fills = new Fills(pass, Table, Column);
        return Change.Behind.Any(e => fills.By(e) is Fill.Some or Fill.All)
            || pass.Up.Steps.SkipWhile(s => !ReferenceEquals(s, Change.Step)).Skip(1).Where(s => s.Refusal is null).Any(s => fills.By(s.Step.Operation) is Fill.Some or Fill.All);
    }

    private static bool? Nullable(Schema schema, TableName table, string column) =>
        schema.Tables.Find(table)?.FindColumn(column, schema.Dialect)?.Nullable;

    private enum Fill
    {
        None,
        Some,
        All,
        Gone,
    }

    private sealed class Fills(Pass pass, TableName table, string column)
    {
        private readonly Regex _covers = Covering(column);
        private string? _condition;

        // From the step back to the one that let nulls in; of earlier migrations only a step counts that names the table.
        public (bool Any, string? Condition) Before(Change change)
        {
            if (change.Ahead.Reverse().Any(e => By(e) >= Fill.All))
            {
                return (true, null);
            }

            var before = pass.Up.Steps.TakeWhile(s => !ReferenceEquals(s, change.Step)).Reverse().Select(s => (Step: s, Here: true));
            var earlier = pass.Earlier.Reverse().SelectMany(t => t.Steps.Reverse()).Select(s => (Step: s, Here: false));
            foreach (var (candidate, here) in before.Concat(earlier).Where(c => c.Step.Refusal is null))
            {
                var known = _condition;
                if (By(candidate.Step.Operation) >= Fill.All || Reaches(candidate, here))
                {
                    return (true, null);
                }

                // A few rows that an earlier migration changed were no attempt to fill the nulls.
                _condition = here || known is not null || _condition?.IndexOf(column, StringComparison.OrdinalIgnoreCase) >= 0 ? _condition : null;

                if (Nullable(candidate.Before, table, column) != true && Nullable(candidate.After, table, column) == true)
                {
                    break;
                }
            }

            return (_condition is not null, _condition);
        }

        public Fill By(Operation operation) => operation switch
        {
            UpdateRows update => pass.Dialect.Same(update.Table, table) ? Sets(update) : Fill.None,
            DeleteRows delete => pass.Dialect.Same(delete.Table, table) && (delete.AllRows || delete.Where.Any(r => r.Cells.All(IsNull))) ? Fill.Gone : Fill.None,
            RawSql sql => SqlEffects.Read(sql.Text, pass.Target.Kind).Select(By).DefaultIfEmpty(Fill.None).Max(),
            _ => Fill.None,
        };

        public Fill By(SqlEffect effect) => effect switch
        {
            SqlChange change => By(change.Operation),
            DeletesRows delete => pass.Dialect.Same(delete.Table, table) && (delete.AllRows || _covers.IsMatch(delete.Where ?? "")) ? Fill.Gone : Fill.None,
            UpdatesRows update when pass.Dialect.Same(update.Table, table) && update.Columns.Contains(column, pass.Dialect.Names) =>
                update.AllRows || _covers.IsMatch(update.Where ?? "") ? Fill.All : Partly(update.Where ?? "the joined rows match"),
            _ => Fill.None,
        };

        private Fill Partly(string condition)
        {
            _condition ??= condition;
            return Fill.Some;
        }

        // Every null: 'c is null' alone or as one of several alternatives, or a function that stands in for null.
        private static Regex Covering(string column)
        {
            var name = @"(?:\w+\s*\.\s*)?[""`\[]?" + Regex.Escape(column) + @"[""`\]]?";
            var others = @"(?:(?!\band\b).)*";
            return new Regex($@"^[\s(]*(?:{others}\bor\b[\s(]*)?(?:{name}\s+is\s+null|(?:coalesce|ifnull|isnull)\s*\(\s*{name}\s*,{others})[\s)]*(?:\bor\b{others})?$", RegexOptions.IgnoreCase | RegexOptions.Singleline);
        }

        private bool Reaches(TracedStep step, bool here)
        {
            var reach = OpaqueReach.OfRows(step, pass.Migration.Touches);
            return (here || !reach.Everything) && reach.Includes(table, pass.Dialect);
        }

        private Fill Sets(UpdateRows update)
        {
            if (!update.Set.Any(c => IsColumn(c) && c.Value.Kind != ValueKind.Null))
            {
                return Fill.None;
            }

            return update.AllRows || update.Where.All(IsNull) ? Fill.All
                : Partly(string.Join(" and ", update.Where.Select(c => c.Value.Kind == ValueKind.Null ? c.Column + " is null" : c.Column + " = " + Words.Of(c.Value))));
        }

        private bool IsColumn(Cell cell) => pass.Dialect.Names.Equals(cell.Column, column);

        private bool IsNull(Cell cell) => IsColumn(cell) && cell.Value.Kind == ValueKind.Null;
    }
}
