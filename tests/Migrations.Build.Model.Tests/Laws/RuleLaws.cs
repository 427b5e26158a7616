using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Tests.Generating;

namespace Migrations.Build.Model.Tests.Laws;

public class RuleLaws
{
    private const int Cases = 2_000;
    private static readonly DateTime Today = new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Items<DatabaseTarget> Everywhere = Dialect.All.Select(d => new DatabaseTarget(d.Kind, d.OldestVersion)).ToItems();

    [Fact]
    public void Any_history_can_be_judged_and_every_finding_has_a_text() => Law.Holds(
        AnyHistory.Of,
        history => Assert.All(RuleBook.Check(history, Everywhere, null, Today), f => Assert.NotEmpty(FindingText.Of(f))),
        Cases);

    [Fact]
    public void Whoever_undoes_every_step_in_the_opposite_order_hears_nothing_about_the_way_back() => Law.Holds(
        ValidHistory.Of,
        made => Assert.DoesNotContain(Check(made, forget: -1), IsAboutTheWayBack),
        Cases);

    [Fact]
    public void Whoever_forgets_a_step_hears_of_it_exactly_when_the_schema_does_not_come_back()
    {
        var (whole, broken) = (0, 0);
        Law.Holds(
            ValidHistory.Of,
            made =>
            {
                var comesBack = made.Operations.Count == 0 || ComesBack(made);
                Assert.Equal(comesBack, !Check(made, forget: 0).Any(IsAboutTheWayBack));
                _ = comesBack ? whole++ : broken++;
            },
            Cases);

        Assert.InRange(whole, 20, Cases);
        Assert.InRange(broken, 500, Cases);
    }

    // Notes about a way back that works, such as that only the runner brings rows back, are none of them.
    private static bool IsAboutTheWayBack(Finding finding) =>
        (finding.Rule.StartsWith("MIG01", StringComparison.Ordinal) && (finding.Severity ?? RuleBook.Find(finding.Rule)!.Severity) > Severity.Info) || finding.Rule is "MIG0701" or "MIG0702";

    private static Items<Finding> Check(ValidHistory made, int forget) =>
        RuleBook.Check(History(made, forget), Items.Of(new DatabaseTarget(made.Database, "1")), null, Today);

    // One migration that does it all. The first operation is not needed for the others to be undone, so only it can be forgotten alone.
    private static History History(ValidHistory made, int forget)
    {
        var downs = Downs(made, forget);
        var script = new Script(Items.Of(made.Database), Steps(made.Operations), Steps(downs)) { DownKind = DownKind.Written };
        return new(Items.Of(new Migration(1, "M1") { Scripts = Items.Of(script) }));
    }

    private static Operation[] Downs(ValidHistory made, int forget) =>
        [.. made.Walk().Select((step, i) => i == forget ? [] : Invert.Operation(step.Operation, step.Before).Operations.ToArray()).Reverse().SelectMany(o => o)];

    private static bool ComesBack(ValidHistory made)
    {
        var empty = Schema.Empty(made.Database);
        var up = Fold.Trace(empty, Steps(made.Operations), Items<string>.Empty);
        var down = Fold.Trace(up.After, Steps(Downs(made, 0)), Items<string>.Empty);
        return up.Steps.Concat(down.Steps).All(s => s.Refusal is null) && Compare.Equal(empty, down.After);
    }

    private static Items<Step> Steps(IEnumerable<Operation> operations) => operations.Select(o => new Step(o)).ToItems();
}
