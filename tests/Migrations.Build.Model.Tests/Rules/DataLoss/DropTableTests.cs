using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class DropTableTests
{
    private static readonly Draft Sessions = A.Migration(1, A.Create("sessions"));

    [Fact]
    public void A_table_of_an_earlier_migration_is_found()
    {
        var found = Assert.Single(A.History(Sessions, A.Migration(2, A.Drop("sessions"))).On(A.Everywhere).Found(DropTable.Rule));

        Assert.Equal("Table 'sessions' is dropped with its rows. An application of the release before that still uses it fails at once. "
            + "Stop using it in one release and drop it in a later one, then say so with '[Accept]'.", FindingText.Of(found));
        Assert.Equal(10, found.Place!.Line);
    }

    [Fact]
    public void A_table_of_the_same_migration_is_silent() => Silent(A.Migration(1, A.Create("sessions"), A.Drop("sessions")));

    [Fact]
    public void A_table_of_the_same_migration_that_got_a_row_is_found() =>
        Assert.Single(A.History(A.Migration(1, A.Create("sessions", A.Text("x")), A.Insert("sessions", "x", "1"), A.Drop("sessions"))).Found(DropTable.Rule));

    [Fact]
    public void A_table_of_the_same_migration_that_code_may_have_filled_is_found() =>
        Assert.Single(A.History(A.Migration(1, A.Create("sessions"), A.Code(), A.Drop("sessions"))).Found(DropTable.Rule));

    [Fact]
    public void A_table_that_is_dropped_only_in_Down_is_silent() => Silent(Sessions.Down(A.Drop("sessions")));

    [Fact]
    public void A_table_that_may_be_missing_and_that_nothing_made_is_silent() =>
        Silent(Sessions, A.Migration(2, A.Drop("seasons") with { IfExists = true }));

    [Fact]
    public void A_table_that_raw_Sql_drops_is_found_and_one_that_it_renames_is_not()
    {
        Assert.Equal("sessions", Assert.Single(A.History(Sessions, A.Migration(2, A.Sql("drop table sessions"))).Found(DropTable.Rule)).Values[0]);
        Silent(Sessions, A.Migration(2, A.Sql("alter table sessions rename to visits")));
        Silent(Sessions, A.Migration(2, A.Sql("create table new_sessions (id int); insert into new_sessions select id from sessions; drop table sessions; alter table new_sessions rename to sessions")));
    }

    [Fact]
    public void A_table_that_raw_Sql_renamed_is_as_old_as_before() => Assert.Single(
        A.History(Sessions, A.Migration(2, A.Sql("alter table sessions rename to visits")), A.Migration(3, A.Drop("visits"))).Released(1).Found(DropTable.Rule));

    [Fact]
    public void A_table_of_an_unreleased_migration_is_new_where_a_releases_file_says_so()
    {
        var history = A.History(A.Migration(1), A.Migration(2, A.Create("sessions")), A.Migration(3, A.Drop("sessions")));

        Assert.Empty(history.Released(1).Found(DropTable.Rule));
        Assert.Single(history.Released(1, 2).Found(DropTable.Rule));
        Assert.Single(history.Found(DropTable.Rule));
    }

    [Fact]
    public void A_new_table_stays_new_under_another_name() => Assert.Empty(
        A.History(A.Migration(1, A.Create("sessions")), A.Migration(2, new Model.Operations.RenameTable(A.Table("sessions"), "visits")), A.Migration(3, A.Drop("visits"))).Released().Found(DropTable.Rule));

    [Fact]
    public void Sqlite_drops_indexes_and_triggers_with_the_table()
    {
        using var database = new SqliteFile();
        database.Run("create table t (a int); create index i on t (a); create trigger r after insert on t begin select 1; end; drop table t");

        Assert.Equal(0L, database.Value("select count(*) from sqlite_master"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DropTable.Rule));
}
