using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class DuplicateAssignmentTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", A.Text("state"), A.Text("note")));
    private static readonly Cell Open = new("state", Value.Of("open"));
    private static readonly Cell New = new("state", Value.Of("new"));

    [Fact]
    public void A_column_that_an_update_sets_twice_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, Update(Open, New))).On(A.Everywhere).Found(DuplicateAssignment.Rule));

        Assert.Equal(
            "Column 'orders.state' gets two values in one update. The server refuses the statement, and SQLite keeps one of the two in silence. Leave one of them out.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_column_that_an_insert_names_twice_is_found() => Assert.Equal("insert", Assert.Single(A.History(Orders, A.Migration(2, Insert(Open, New))).Found(DuplicateAssignment.Rule)).Values[1]);

    [Fact]
    public void Two_columns_are_silent() => Assert.Empty(A.History(Orders, A.Migration(2, Update(Open, New with { Column = "note" }))).On(A.Everywhere).Found(DuplicateAssignment.Rule));

    [Fact]
    public void Two_rows_are_silent() => Assert.Empty(A.History(
        Orders, A.Migration(2, new InsertRows(A.Table("orders"), Items.Of(new Row(Items.Of(Open)), new Row(Items.Of(New)))))).On(A.Everywhere).Found(DuplicateAssignment.Rule));

    [Fact]
    public void Two_spellings_are_one_column_but_for_Postgres() => Assert.DoesNotContain(
        DatabaseKind.Postgres, Assert.Single(A.History(Orders, A.Migration(2, Update(Open, New with { Column = "State" }))).On(A.Everywhere).Found(DuplicateAssignment.Rule)).Databases);

    [Theory]
    [InlineData("update orders set state = 'a', state = 'b'", 1)]
    [InlineData("update orders set state = 'a', note = 'state = b'", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(Orders, A.Migration(2, A.Sql(sql))).On(A.Everywhere).Found(DuplicateAssignment.Rule).Length);

    [Fact]
    public void Sqlite_keeps_one_of_the_two_in_silence()
    {
        Assert.Equal(Severity.Warning, Assert.Single(A.History(Orders, A.Migration(2, Update(Open, New))).Found(DuplicateAssignment.Rule)).Severity);
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key, state text); insert into orders (id, state, state) values (1, 'a', 'b')");

        Assert.False(database.Refuses("update orders set state = 'c', state = 'd'"));
        Assert.Equal("d", database.Value("select state from orders"));
    }

    private static UpdateRows Update(params Cell[] cells) => new(A.Table("orders"), Items.Of(cells), Items<Cell>.Empty, true);

    private static InsertRows Insert(params Cell[] cells) => new(A.Table("orders"), Items.Of(new Row(Items.Of(cells))));
}
