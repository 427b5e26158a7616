using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class SetNotNullTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("email", 200), A.Text("name", 200)));
    private static readonly AlterColumn Tighten = A.Alter("users", A.Text("email", 200) with { Nullable = false });

    [Fact]
    public void A_nullable_column_that_nothing_filled_is_found()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, Tighten)).On(A.Everywhere).Found(SetNotNull.Rule));

        Assert.Equal(Items.Of("users.email", ""), found.Values);
        Assert.Empty(found.Databases);
        Assert.StartsWith("Column 'users.email' becomes NOT NULL, and no step before", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_required_already_is_silent() =>
        Silent(A.Migration(1, A.Create("users", A.Text("email", 200) with { Nullable = false })), A.Migration(2, Tighten));

    [Fact]
    public void Filling_the_nulls_before_is_silent() => Silent(Users, A.Migration(2, A.FillNulls("users", "email", "?"), Tighten));

    [Fact]
    public void Filling_every_row_before_is_silent() => Silent(Users, A.Migration(2, A.UpdateAll("users", "email", "?"), Tighten));

    [Fact]
    public void Filling_in_an_earlier_migration_is_silent() => Silent(Users, A.Migration(2, A.FillNulls("users", "email", "?")), A.Migration(3, Tighten));

    [Fact]
    public void Filling_after_the_change_comes_too_late_and_is_the_other_rules_hazard()
    {
        var history = A.History(Users, A.Migration(2, Tighten, A.FillNulls("users", "email", "?")));

        Assert.Empty(history.Found(SetNotNull.Rule));
        Assert.Single(history.Found(FillAfterTighten.Rule));
    }

    [Fact]
    public void Filling_another_column_does_not_help() => Found(Users, A.Migration(2, A.FillNulls("users", "name", "?"), Tighten));

    [Fact]
    public void Filling_other_rows_is_the_milder_rules_hazard()
    {
        var history = A.History(Users, A.Migration(2, A.FillNulls("users", "email", "?") with { Where = Items.Of(new Cell("name", Value.Of("Ann"))) }, Tighten));

        Assert.Empty(history.Found(SetNotNull.Rule));
        Assert.Equal("name = Ann", Assert.Single(history.Found(PartialFill.Rule)).Values[1]);
    }

    [Fact]
    public void A_few_rows_that_an_earlier_migration_changed_do_not_help() => Found(
        Users, A.Migration(2, A.FillNulls("users", "email", "?") with { Where = Items.Of(new Cell("name", Value.Of("Ann"))) }), A.Migration(3, Tighten));

    [Fact]
    public void Deleting_the_rows_that_hold_null_before_is_silent()
    {
        Silent(Users, A.Migration(2, Delete(new Cell("email", Value.Null)), Tighten));
        Silent(Users, A.Migration(2, new DeleteRows(A.Table("users"), Items<Row>.Empty, true), Tighten));
        Found(Users, A.Migration(2, Delete(new Cell("name", Value.Null)), Tighten));
        Found(Users, A.Migration(2, Delete(new Cell("email", Value.Null), new Cell("name", Value.Null)), Tighten));
        Found(Users, A.Migration(2, Tighten, Delete(new Cell("email", Value.Null))));
    }

    [Fact]
    public void A_fill_from_before_the_column_let_nulls_in_does_not_help() => Found(
        A.Migration(1, A.Create("users", A.Text("email", 200) with { Nullable = false })),
        A.Migration(2, A.UpdateAll("users", "email", "?")),
        A.Migration(3, A.Alter("users", A.Text("email", 200))),
        A.Migration(4, Tighten));

    [Theory]
    [InlineData("update users set email = '?' where email is null", 0)]
    [InlineData("update users set email = '?'", 0)]
    [InlineData("delete from users where email is null", 0)]
    [InlineData("delete from users where \"email\" is null or name is null", 0)]
    [InlineData("delete from users where email is null and name is null", 1)]
    [InlineData("delete from users where name is null", 1)]
    [InlineData("delete from users", 0)]
    [InlineData("update users set name = '?' where name is null", 1)]
    [InlineData("update other set email = '?'", 1)]
    [InlineData("create index ix on users (email)", 1)]
    [InlineData("-- update users set email = '?'", 1)]
    public void Raw_Sql_counts_for_what_it_does(string sql, int found)
    {
        Assert.Equal(found, A.History(Users, A.Migration(2, A.Sql(sql), Tighten)).Found(SetNotNull.Rule).Length);
        Assert.Equal(found, A.History(Users, A.Migration(2, A.Sql(sql)), A.Migration(3, Tighten)).Found(SetNotNull.Rule).Length);
    }

    [Fact]
    public void Code_before_the_change_may_have_filled_it() => Silent(Users, A.Migration(2, A.Code(), Tighten));

    [Fact]
    public void Code_that_declares_another_table_did_not_fill_it() => Found(
        A.Migration(1, A.Create("users", A.Text("email", 200)), A.Create("other")),
        A.Migration(2, A.Code(), Tighten).Touches("other"));

    [Fact]
    public void A_new_table_holds_no_nulls() => Silent(A.Migration(1, A.Create("users", A.Text("email", 200)), Tighten));

    [Fact]
    public void A_call_without_nullability_means_it_where_the_engine_has_it_so()
    {
        var silentText = A.Alter("users", A.Text("email", 200) with { Nullable = null });
        var found = Assert.Single(A.History(Users, A.Migration(2, silentText)).On(A.Everywhere).Found(SetNotNull.Rule));

        Assert.Equal(Items.Of(DatabaseKind.MySql, DatabaseKind.MariaDb, DatabaseKind.SqlServer), found.Databases);
        Assert.Contains("since altering it without 'Nullable()' means so", FindingText.Of(found), StringComparison.Ordinal);
        Assert.EndsWith("This holds for MySQL, MariaDB and SQL Server.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alter table users alter column email set not null", 1)]
    [InlineData("alter table users alter column email drop not null", 0)]
    public void Sql_text_that_tightens_counts_too(string sql, int found) =>
        Assert.Equal(found, A.History(Users, A.Migration(2, A.Sql(sql))).On(DatabaseKind.Postgres).Found(SetNotNull.Rule).Length);

    [Fact]
    public void Sqlite_refuses_to_copy_a_null_into_the_rebuilt_table()
    {
        using var database = new SqliteFile();
        database.Run("create table old (email text); create table new (email text not null); insert into old values (null)");

        Assert.True(database.Refuses("insert into new select email from old"));
        database.Run("update old set email = '?' where email is null");
        Assert.False(database.Refuses("insert into new select email from old"));
    }

    private static void Found(params Draft[] drafts) => Assert.Single(A.History(drafts).Found(SetNotNull.Rule));

    private static DeleteRows Delete(params Cell[] cells) => new(A.Table("users"), Items.Of(new Row(Items.Of(cells))), false);

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(SetNotNull.Rule));
}
