using Migrations.Build.CodeFixes.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Verification.Tests;

namespace Migrations.Build.Analyzers.Tests.Fixing;

/// <summary>
/// On made-up histories with a hazard put in, the fix takes the hazard away and brings no other, the code compiles, and SQLite goes up, down and
/// up again with every row.
/// </summary>
public sealed class FixLaws
{
    private const string WriteDown = "Write Down from the history";

    [Fact]
    public void A_Down_that_does_nothing_is_written() => Holds(30, (up, _) => Source.Migration(2, up, ""), "MIG0101", WriteDown);

    [Fact]
    public void A_Down_that_forgets_a_step_is_completed() => Holds(30, (up, down) => Source.Migration(2, up + """ Create.Table("forgotten").WithColumn("id").AsInt32().PrimaryKey();""", down), "MIG0104", WriteDown);

    [Fact]
    public void A_Down_that_takes_what_Up_did_not_make_is_written_anew() => Holds(30, (up, down) => Source.Migration(2, up, down + """ Delete.Table("kept");"""), "MIG0105", WriteDown);

    [Fact]
    public void A_required_column_is_added_filled_and_tightened() => Holds(
        30,
        (up, down) => Source.Migration(2, up + """ Alter.Table("kept").AddColumn("hazard").AsString(40).NotNullable();""", """Delete.Column("hazard").FromTable("kept"); """ + down),
        "MIG0301",
        "Add 'hazard' as nullable");

    private static void Holds(int cases, Func<string, string, string> hazard, string rule, string title)
    {
        var mended = 0;
        MadeUp.ForEach(cases, numbers =>
        {
            var made = MadeUp.Operations(numbers);
            var (first, last) = (Steps(made.Take(made.Count - 1).Select(m => m.Up)), Steps([made[^1].Up]));
            var begun = Fold.Trace(Schema.Empty(Model.Databases.DatabaseKind.Sqlite), first, Items<string>.Empty);
            if (InferredDown.Of(begun) is not { } back || InferredDown.Of(Fold.Trace(begun.After, last, Items<string>.Empty)) is not { } inverse)
            {
                return;
            }

            const string Kept = """Create.Table("kept").WithColumn("id").AsInt32().PrimaryKey().WithColumn("name").AsString(50).Nullable();""";
            var before = Source.Migration(1, Text(first) + Kept, """Delete.Table("kept"); """ + Text(back));
            var project = Fixer.Of(Source.Of(before, hazard(Text(last), Text(inverse))));
            if (project.Findings().All(d => d.Id != rule))
            {
                return;
            }

            Proven(project.Fix(rule, title).Source().Read());
            mended++;
        });
        Assert.InRange(mended, cases / 3, cases);
    }

    private static void Proven(History history)
    {
        var made = new MadeHistory { AsBuilt = true };
        foreach (var script in history.Migrations.Select(m => m.Scripts[0]))
        {
            made.Add(script.Up.Select(s => s.Operation).ToItems(), script.Down.Select(s => s.Operation).ToItems());
        }

        Assert.Empty(made.Verify(new() { Rows = 4 }).Findings.Select(FindingText.Of));
    }

    private static Items<Step> Steps(IEnumerable<Operation> operations) => operations.Select(o => new Step(o)).ToItems();

    private static string Text(Items<Step> steps) => string.Join(" ", OperationText.Of(steps.Select(s => s.Operation).ToArray()));
}
