using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class DownBlockedByNewDataTests
{
    private static readonly Column Strict = A.Text("phone", 30) with { Nullable = false };
    private static readonly Draft Contacts = A.Migration(1, A.Create("contacts", Strict), A.Index("ux_phone", "contacts", "phone") with { Index = new("ux_phone", A.Table("contacts"), Items.Of(new IndexColumn("phone"))) { Unique = true } });
    private static readonly AlterColumn Loosen = A.Alter("contacts", A.Text("phone", 30));
    private static readonly AlterColumn Tighten = A.Alter("contacts", Strict);

    [Fact]
    public void A_column_that_Down_makes_NOT_NULL_again_is_noted()
    {
        var found = Assert.Single(A.History(Contacts, A.Migration(2, Loosen).Down(Tighten)).On(A.Everywhere).Found(DownBlockedByNewData.Rule));

        Assert.Equal(
            "Down makes column 'contacts.phone' as strict as it was, and rows written since Up may have null in it. "
            + "The rollback fails at the first such row, or cuts its value. Correct such rows in Down before, or know that somebody has to.",
            FindingText.Of(found));
        Assert.Equal(50, found.Place!.Line);
    }

    [Fact]
    public void Text_is_read() => Assert.Single(A.History(Contacts, A.Migration(2, A.Sql("alter table contacts alter column phone drop not null")).Down(A.Sql("alter table contacts alter column phone set not null")))
        .On(DatabaseKind.Postgres).Found(DownBlockedByNewData.Rule));

    [Fact]
    public void A_narrower_type_is_noted_where_types_are_enforced()
    {
        var history = A.History(Contacts, A.Migration(2, A.Alter("contacts", A.Text("phone", 60) with { Nullable = false })).Down(Tighten));

        Assert.Equal("values that no longer fit", Assert.Single(history.On(DatabaseKind.Postgres).Found(DownBlockedByNewData.Rule)).Values[2]);
        Assert.Empty(history.Found(DownBlockedByNewData.Rule));
    }

    [Fact]
    public void A_unique_index_that_comes_back_is_noted() => Assert.Equal(
        Items.Of("index", "contacts.ux_phone", "equal values in it"),
        Assert.Single(A.History(Contacts, A.Migration(2, A.DropIndex("ux_phone", "contacts")).Down((CreateIndex)Contacts.Ups[1])).Found(DownBlockedByNewData.Rule)).Values);

    [Fact]
    public void A_foreign_key_that_comes_back_is_noted()
    {
        var orders = A.Migration(1, A.Create("customers"), A.Create("orders", A.Typed("c", TypeKind.Int64)), A.ForeignKey("fk", "orders", "c", "customers"));

        Assert.Equal("values that refer to nothing", Assert.Single(A.History(orders, A.Migration(2, A.DropForeignKey("fk", "orders")).Down(A.ForeignKey("fk", "orders", "c", "customers"))).Found(DownBlockedByNewData.Rule)).Values[2]);
    }

    [Fact]
    public void An_index_over_a_column_that_Up_drops_too_is_silent() => Silent(
        Contacts, A.Migration(2, A.DropIndex("ux_phone", "contacts"), A.DropColumn("contacts", "phone")).Down(A.Add("contacts", Strict), (CreateIndex)Contacts.Ups[1]));

    [Fact]
    public void A_Down_that_corrects_the_rows_before_is_silent()
    {
        Silent(Contacts, A.Migration(2, Loosen).Down(A.FillNulls("contacts", "phone", ""), Tighten));
        Silent(Contacts, A.Migration(2, Loosen).Down(A.Sql("update contacts set phone = '' where phone is null"), Tighten));
        Silent(Contacts, A.Migration(2, Loosen).Down(A.Code(), Tighten));
    }

    [Fact]
    public void A_Down_that_loosens_is_silent() => Silent(A.Migration(1, A.Create("contacts", A.Text("phone", 30))), A.Migration(2, Tighten).Down(Loosen));

    [Fact]
    public void A_new_table_is_silent() => Assert.Empty(A.History(Contacts, A.Migration(2, Loosen).Down(Tighten)).Released().Found(DownBlockedByNewData.Rule));

    [Fact]
    public void Sqlite_refuses_a_unique_index_over_equal_values()
    {
        using var database = new SqliteFile();
        database.Run("create table t (a int); insert into t values (1), (1)");

        Assert.True(database.Refuses("create unique index u on t (a)"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DownBlockedByNewData.Rule));
}
