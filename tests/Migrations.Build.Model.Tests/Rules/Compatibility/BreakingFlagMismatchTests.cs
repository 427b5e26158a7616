using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Compatibility;

namespace Migrations.Build.Model.Tests.Rules.Compatibility;

public class BreakingFlagMismatchTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("mail"), A.Text("phone")));
    private static readonly Draft DropPhone = A.Migration(2, A.DropColumn("users", "phone"));
    private static readonly Draft AddNote = A.Migration(2, A.Add("users", A.Text("note")));

    [Fact]
    public void A_breaking_step_without_the_flag_is_found()
    {
        var found = Assert.Single(A.History(Users, DropPhone).On(A.Everywhere).Found(BreakingFlagMismatch.Rule));

        Assert.Equal(5, found.Place!.Line);
        Assert.Empty(found.Databases);
        Assert.Equal(
            "Migration 'M2' breaks applications of the release before, by rule MIG0202, and its attribute does not say so. So 'migrations apply' would run it without a question. "
            + "Say 'BreakingChange = true' in the [Migration] attribute.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_flag_without_a_breaking_step_is_found() => Assert.Equal(
        "Migration 'M2' says 'BreakingChange = true', and none of its steps breaks an application of the release before. So 'migrations apply' asks for '--allow-breaking' without need, "
        + "and soon nobody reads the question. Leave the flag out.",
        FindingText.Of(Assert.Single(A.History(Users, AddNote.Breaking()).On(A.Everywhere).Found(BreakingFlagMismatch.Rule))));

    [Fact]
    public void A_flag_on_a_breaking_step_is_silent() => Silent(A.History(Users, DropPhone.Breaking()));

    [Fact]
    public void No_flag_and_no_breaking_step_is_silent() => Silent(A.History(Users, AddNote));

    [Fact]
    public void An_accepted_hazard_breaks_all_the_same()
    {
        Assert.Single(A.History(Users, DropPhone.Accept("MIG0202")).Found(BreakingFlagMismatch.Rule));
        Silent(A.History(Users, DropPhone.Accept("MIG0202").Breaking()));
    }

    [Fact]
    public void It_can_be_accepted_itself_and_that_is_no_needless_acceptance()
    {
        var found = A.History(Users, DropPhone.Accept("MIG0513", "Unused since release 41")).Check();

        Assert.NotNull(Assert.Single(found, f => f.Rule == "MIG0513").Accepted);
        Assert.DoesNotContain(found, f => f.Rule == "MIG1205");
    }

    [Fact]
    public void What_breaks_on_one_database_breaks() =>
        Assert.Single(A.History(Users, AddNote.On(DatabaseKind.MySql, A.DropColumn("users", "phone"))).On(A.Everywhere).Found(BreakingFlagMismatch.Rule));

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_kind_of_breaking_step_counts(string rule, Operation operation) =>
        Assert.Equal(rule, Assert.Single(A.History(Users, A.Migration(2, operation)).On(A.Everywhere).Found(BreakingFlagMismatch.Rule)).Values[1]);

    [Fact]
    public void What_breaks_only_in_Down_is_silent() => Silent(A.History(Users, AddNote.Down(A.DropColumn("users", "note"))));

    [Fact]
    public void A_flag_beside_what_cannot_be_read_is_silent() => Silent(A.History(Users, A.Migration(2, A.Code()).Breaking(), A.Migration(3, A.Sql("select cleanup()")).Breaking()));

    [Fact]
    public void A_flag_behind_a_step_that_the_reader_did_not_understand_is_silent() =>
        Silent(A.History(A.Migration(1, new Opaque("a loop")), A.Migration(2, A.DropColumn("users", "phone")).Breaking()));

    [Fact]
    public void A_released_migration_is_not_judged() => Silent(A.History(Users, DropPhone).Released(1, 2));

    [Fact]
    public void A_profile_is_not_judged() => Silent(A.History(Users, AddNote.Runs(Histories.MigrationKind.Profile, "Demo").Breaking()));

    public static TheoryData<string, Operation> Steps() => new()
    {
        { "MIG0201", A.Drop("users") },
        { "MIG0301", A.Add("users", A.Text("note") with { Nullable = false }) },
        { "MIG0501", new Operations.RenameTable(A.Table("users"), "people") },
        { "MIG0502", new Operations.RenameColumn(A.Table("users"), "mail", "email") },
        { "MIG0202", A.Sql("alter table users drop column phone") },
    };

    private static void Silent(Situation situation) => Assert.Empty(situation.On(A.Everywhere).Found(BreakingFlagMismatch.Rule));
}
