using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Proofs;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Makes faults of one migration.</summary>
/// <param name="link">The migration.</param>
/// <param name="written">The database whose SQL the project writes.</param>
internal sealed class Faults(Link link, DatabaseKind written)
{
    /// <summary>The rule of what is not proved.</summary>
    public static string Unproved => NotProvedOnSqlite.Rule.Id;

    /// <summary>Whether the run failed only because an expected outcome does not hold.</summary>
    public static bool IsUnexpected(Ran ran) => ran.Failure?.Rule == OutcomeNotMet.Rule.Id;

    private readonly string _name = link.Entry.Class;

    /// <summary>What the runner said when it failed, in verification's own rules.</summary>
    public Fault Of(Ran ran, bool inDown)
    {
        var failure = ran.Failure ?? throw new ArgumentException("The run did not fail.", nameof(ran));
        string Value(int at) => at < failure.Values.Count ? failure.Values[at] : "";
        return failure.Rule switch
        {
            var rule when rule == OutcomeNotMet.Rule.Id => Make(ExpectationFails.Rule, inDown, 0, Value(2), _name, Value(4), Value(5), Value(3)),
            var rule when rule == ReferencesBroken.Rule.Id && inDown => Fails(inDown, ran.Statement, $"it leaves rows that refer to rows which are gone: {Value(2)}"),
            var rule when rule == ReferencesBroken.Rule.Id => Make(IntegrityBroken.Rule, inDown, 0, _name, "foreign key", Value(2)),
            var rule when rule == StatementFails.Rule.Id => Fails(inDown, ran.Statement, Value(3)),
            var rule when rule == CodeStepUnusable.Rule.Id => Fails(inDown, ran.Statement, $"its code cannot be run, because {Value(3)}"),
            var rule when rule == AssumptionBroken.Rule.Id => Fails(inDown, ran.Statement, $"it was read on the answer that {Value(2)}, and the database answers otherwise"),
            _ => Fails(inDown, ran.Statement, RuleBook.Find(failure.Rule) is null ? Value(0) : FindingText.Of(failure)),
        };
    }

    public Fault Schema(IReadOnlyList<string> differences) => Make(SchemaNotRestored.Rule, true, 0, _name, Few(differences));

    public Fault Rows(string table, string what, bool mild = false) => Make(RowsNotRestored.Rule, true, 0, _name, table, what) with { Mild = mild };

    public Fault Lost(IEnumerable<LostData> lost) => Make(DataLostOnRollback.Rule, true, 0, _name, Few([.. lost.Select(Words)]));

    public Fault Again(IReadOnlyList<string> differences) => Make(SecondUpDiffers.Rule, true, 0, _name, Few(differences));

    public Fault Unsound(string check, IReadOnlyList<string> what) => Make(IntegrityBroken.Rule, false, 0, _name, check, Few(what));

    public Fault NoRows(Unfilled table) =>
        Make(NoRowsMade.Rule, false, 0, _name, table.Table, table.Why, table.Columns.Count == 0 ? $"the columns of '{table.Table}'" : FindingText.List([.. table.Columns.Select(c => $"'{table.Table}.{c}'")]));

    /// <summary>That rows could not be made up for a constraint to come.</summary>
    public Fault NotForeseen(Unmet unmet) =>
        Make(RowsNotForeseen.Rule, false, 0, _name, $"in table '{unmet.Table}'", unmet.Why, FindingText.List([.. unmet.Columns.Select(c => $"'{unmet.Table}.{c}'")]));

    /// <summary>That no rows could be written that leave what is expected as it is.</summary>
    public Fault NotFollowed(string table, string why) => Make(RowsNotForeseen.Rule, true, 0, _name, $"that are written to table '{table}' after it", why, $"the columns of '{table}'");

    public Fault OnlyEmpty(IEnumerable<string> tables, Fault failed) =>
        Make(WorksOnlyWhileEmpty.Rule, failed.InDown, 0, _name, string.Join("', '", tables), Reason(failed)) with { Step = failed.Step };

    /// <summary>Why a run failed, in a few words.</summary>
    public string Reason(Ran ran) => Reason(Of(ran, inDown: false));

    /// <summary>Several facts in one sentence; the first few are enough to find the rest.</summary>
    public static string Few(IReadOnlyList<string> facts) => facts.Count <= 4
        ? FindingText.List([.. facts])
        : FindingText.List([.. facts.Take(3), FormattableString.Invariant($"{facts.Count - 3} more differences")]);

    /// <summary>A number of rows in words.</summary>
    public static string Count(int rows) => rows == 1 ? "1 row" : FormattableString.Invariant($"{rows} rows");

    private static string Words(LostData lost) => lost.Column is null
        ? $"{Count(lost.Rows)} of '{lost.Table}'"
        : $"the values of '{lost.Table}.{lost.Column}' in {Count(lost.Rows)}";

    // A message of a rule has its facts; which of them says why depends on the rule.
    private static string Reason(Fault fault) => fault.Rule == ExpectationFails.Rule.Id ? $"expected outcome '{fault.Values[0]}' does not hold"
        : fault.Rule == RowsNotRestored.Rule.Id ? $"rows of table '{fault.Values[1]}' do not come back"
        : fault.Values.Count > 1 ? fault.Values[1] : fault.Rule;

    /// <summary>That it was not proved, and why.</summary>
    public Fault NotProved(string why, bool inDown = false) => Make(NotProvedOnSqlite.Rule, inDown, 0, _name, why);

    private Fault Fails(bool inDown, int statement, string why)
    {
        var statements = inDown ? link.Down : link.Up;
        var step = Step(statements, statement, inDown);
        if (IsForeign(inDown, step, why))
        {
            return NotProved($"SQLite does not know the SQL of its {(inDown ? "Down" : "Up")}, and says \"{why}\"", inDown) with { Step = step };
        }

        var text = statement > 0 && statement <= statements.Count && statements[statement - 1].Kind == StatementKind.Sql ? statements[statement - 1].Text : "";
        return Make(inDown ? DownFails.Rule : UpFails.Rule, inDown, step, _name, IsForNoTransaction(why) ? why + ", and it runs outside of one only with 'TransactionBehavior.None' in its '[Migration]'" : why, text.Length == 0 ? "" : ShownStatement.Of(text));
    }

    private static bool IsForNoTransaction(string why) => why.Contains("within a transaction", StringComparison.Ordinal) || why.Contains("inside a transaction", StringComparison.Ordinal);

    // SQL of another engine is tried here for what it may show, and SQLite's ignorance of it is nobody's fault.
    private bool IsForeign(bool inDown, int step, string why) =>
        written != DatabaseKind.Sqlite && ForeignSql.IsUnread(why, step <= 0 || Steps(inDown)?[step - 1].Operation is RawSql);

    private Items<Model.Histories.Step>? Steps(bool inDown) => inDown ? link.Script?.Down : link.Script?.Up;

    // Statements and steps are not one to one: the step that made the statement is the one whose text or whose table it has.
    private int Step(Items<Statement> statements, int number, bool inDown)
    {
        var steps = Steps(inDown);
        if (number < 1 || number > statements.Count || steps is null)
        {
            return 0;
        }

        var text = statements[number - 1].Text;
        var own = statements.Count(s => s.Kind is StatementKind.Sql or StatementKind.Code);
        return steps.Count == own ? statements.Take(number).Count(s => s.Kind is StatementKind.Sql or StatementKind.Code)
            : 1 + steps.ToList().FindIndex(s => s.Operation is RawSql sql
                ? sql.Text.Contains(text, StringComparison.Ordinal)
                : Touched.Tables(s.Operation, DatabaseKind.Sqlite).Any(t => text.Contains('"' + t.Name + '"', StringComparison.Ordinal)));
    }

    private static Fault Make(Rule rule, bool inDown, int step, params string[] values) => new(rule.Id, Items.Of(values)) { InDown = inDown, Step = step };
}
