using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.DataLoss;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Model.Tests.Rules;

public class CheckTests
{
    private static readonly Draft Sessions = A.Migration(1, A.Create("sessions")).Down(A.Drop("sessions"));
    private static readonly Draft DropSessions = A.Migration(2, A.Drop("sessions")).Breaking().Down(A.Create("sessions"));

    [Fact]
    public void A_clean_history_has_no_findings() => Assert.Empty(A.History(Sessions).On(A.Everywhere).Check());

    [Fact]
    public void What_is_found_on_every_target_is_one_finding_that_names_no_database() =>
        Assert.Empty(Assert.Single(A.History(Sessions, DropSessions).On(A.Everywhere).Found(DropTable.Rule)).Databases);

    [Fact]
    public void What_is_found_on_some_targets_is_one_finding_that_names_them()
    {
        var history = A.History(Sessions, DropSessions.On(DatabaseKind.Postgres).On(DatabaseKind.MySql)).On(A.Everywhere);

        Assert.Equal(Items.Of(DatabaseKind.Sqlite, DatabaseKind.MariaDb, DatabaseKind.SqlServer), Assert.Single(history.Found(DropTable.Rule)).Databases);
    }

    [Fact]
    public void A_released_migration_is_not_judged_again()
    {
        var history = A.History(Sessions, DropSessions);

        Assert.Empty(history.Released(1, 2).Check());
        Assert.Single(history.Released(1).Found(DropTable.Rule));
    }

    [Fact]
    public void Without_a_releases_file_a_history_with_findings_is_told_once_how_to_draw_the_line()
    {
        Assert.Single(A.History(Sessions, DropSessions, A.Migration(3, A.Create("x"))).Found(NoReleasesFile.Rule));
        Assert.Empty(A.History(Sessions).Found(NoReleasesFile.Rule));
        Assert.Empty(A.History(Sessions, DropSessions).Released(1).Found(NoReleasesFile.Rule));
        Assert.Empty(A.History(Sessions, DropSessions.Accept("MIG0201")).Found(NoReleasesFile.Rule));
    }

    [Fact]
    public void An_acceptance_marks_the_findings_of_its_rule_on_its_migration()
    {
        Assert.Equal("tried on a copy", Assert.Single(A.History(Sessions, DropSessions.Accept("mig0201")).Found(DropTable.Rule)).Accepted!.Reason);
        Assert.Null(Assert.Single(A.History(Sessions, DropSessions.Accept("MIG0202")).Found(DropTable.Rule)).Accepted);
        Assert.Null(Assert.Single(A.History(Sessions.Accept("MIG0201"), DropSessions).Found(DropTable.Rule)).Accepted);
    }

    [Theory]
    [InlineData("2026-05-01", true)]
    [InlineData("2026-04-30", false)]
    [InlineData("next year", false)]
    public void An_acceptance_holds_to_the_end_of_its_last_day(string until, bool holds) =>
        Assert.Equal(holds, Assert.Single(A.History(Sessions, DropSessions.Accept("MIG0201", until: until)).Today(2026, 5, 1).Found(DropTable.Rule)).Accepted is not null);

    [Fact]
    public void Findings_come_in_the_order_of_the_migrations_and_their_lines()
    {
        var found = A.History(
            A.Migration(1, A.Create("a"), A.Create("b"), A.Create("c")).Down(A.Drop("c"), A.Drop("b"), A.Drop("a")),
            A.Migration(2, A.Drop("c"), A.Drop("a")).Breaking(),
            A.Migration(3, A.Drop("b")).Breaking()).Released(1).Check();

        Assert.Equal(["MIG0201 2 c", "MIG0201 2 a", "MIG0101 2 M2", "MIG0201 3 b", "MIG0101 3 M3"], found.Select(f => $"{f.Rule} {f.Version} {f.Values[0]}"));
    }

    [Fact]
    public void A_finding_of_the_toolchain_can_be_accepted_too()
    {
        var history = A.History(Sessions.Accept("MIG9207")).History;
        var finding = new Finding("MIG9207", Items.Of("M1", "sessions", "a null")) { Version = 1, Class = "M1" };

        Assert.NotNull(Assert.Single(Model.Rules.Accepting.Mark([finding], history.Migrations, DateTime.UtcNow)).Accepted);
        Assert.Null(Assert.Single(Model.Rules.Accepting.Mark([finding with { Version = 2 }], history.Migrations, DateTime.UtcNow)).Accepted);
    }
}
