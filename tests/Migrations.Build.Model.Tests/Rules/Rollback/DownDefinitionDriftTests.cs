using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class DownDefinitionDriftTests
{
    private static readonly Column Mail = A.Text("mail", 200) with { Nullable = false, Default = Value.Of("") };
    private static readonly CreateIndex Unique = new(A.Index("ix_mail", "users", "mail").Index with { Unique = true });
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name"), Mail), Unique).Down(A.Drop("users"));
    private static readonly Draft DropMail = A.Migration(2, A.DropIndex("ix_mail", "users"), A.DropColumn("users", "mail"));

    public static TheoryData<Column> Drifts =>
    [
        Mail with { Type = new(TypeKind.String, 100) },
        Mail with { Type = new(TypeKind.AnsiString, 200) },
        Mail with { Nullable = true },
        Mail with { Default = null },
        Mail with { Default = Value.Of("x") },
        Mail with { Collation = "nocase" },
    ];

    [Fact]
    public void A_column_that_comes_back_as_it_was_is_silent() => Silent(Users, DropMail.Down(A.Add("users", Mail), Unique));

    [Theory]
    [MemberData(nameof(Drifts))]
    public void A_column_that_comes_back_in_another_form_is_found(Column drifted)
    {
        var found = Assert.Single(A.History(Users, DropMail.Down(A.Add("users", drifted), Unique)).On(A.Everywhere).Found(DownDefinitionDrift.Rule));

        Assert.Equal(50, found.Place!.Line);
        Assert.Equal("users.mail", found.Values[1]);
    }

    [Fact]
    public void The_text_says_how_it_was_and_how_it_comes_back() => Assert.StartsWith(
        "Column 'users.mail' comes back from Down as 'String(100) not null default '''",
        FindingText.Of(Assert.Single(A.History(Users, DropMail.Down(A.Add("users", Mail with { Type = new(TypeKind.String, 100) }), Unique)).On(DatabaseKind.Postgres).Found(DownDefinitionDrift.Rule))),
        StringComparison.Ordinal);

    [Fact]
    public void A_long_view_is_told_where_it_begins_to_differ()
    {
        string View(string last) => "create or replace view v as select " + string.Join(", ", Enumerable.Range(0, 300).Select(i => "c" + i)) + $", {last} from users";
        var history = A.History(A.Migration(1, A.Create("users"), A.Sql(View("a"))), A.Migration(2, A.Sql(View("b"))).Down(A.Sql(View("c")))).On(DatabaseKind.Postgres);

        var text = FindingText.Of(Assert.Single(history.Found(DownDefinitionDrift.Rule)));
        Assert.Contains("c298, c299, c from users'", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 0, 500);
    }

    [Fact]
    public void A_view_that_is_altered_back_is_silent() => Assert.Empty(A.History(
        A.Migration(1, A.Create("goods", A.Text("name")), A.Sql("CREATE VIEW names AS SELECT id FROM goods")),
        A.Migration(2, A.Sql("ALTER VIEW [dbo].[names] AS SELECT id, name FROM goods")).Down(A.Sql("ALTER VIEW [dbo].[names] AS SELECT id FROM goods")))
        .On(DatabaseKind.SqlServer).Found(DownDefinitionDrift.Rule));

    [Fact]
    public void An_index_that_is_no_longer_unique_is_found() =>
        Assert.Equal("index", Assert.Single(A.History(Users, DropMail.Down(A.Add("users", Mail), A.Index("ix_mail", "users", "mail"))).Found(DownDefinitionDrift.Rule)).Values[0]);

    [Fact]
    public void An_index_that_comes_back_under_another_name_is_found_once()
    {
        var renamed = new CreateIndex(Unique.Index with { Name = "ux_mail" });
        var found = A.History(Users, DropMail.Down(A.Add("users", Mail), renamed)).Check().Where(f => f.Version == 2 && f.Rule.StartsWith("MIG01", StringComparison.Ordinal) && f.Rule != StructuralOnlyDown.Rule.Id);

        Assert.Equal(Items.Of("index", "users.ix_mail", "users.ix_mail", "users.ux_mail"), Assert.Single(found).Values);
    }

    [Fact]
    public void A_foreign_key_that_loses_its_action_is_found()
    {
        var key = new ForeignKey("fk", A.Table("notes"), Items.Of("user_id"), A.Table("users"), Items.Of("id")) { OnDelete = ForeignKeyAction.Cascade };
        var notes = A.Migration(2, A.Create("notes", A.Int("user_id")), new AddForeignKey(key)).Down(A.Drop("notes"));
        var drop = A.Migration(3, A.DropForeignKey("fk", "notes"));

        Assert.Single(A.History(Users, notes, drop.Down(A.ForeignKey("fk", "notes", "user_id", "users"))).Found(DownDefinitionDrift.Rule));
        Silent(Users, notes, drop.Down(new AddForeignKey(key)));
    }

    [Fact]
    public void A_table_that_comes_back_without_one_of_its_columns_is_found()
    {
        var tags = A.Migration(2, A.Create("tags", A.Text("a"), A.Text("b"))).Down(A.Drop("tags"));
        var drop = A.Migration(3, A.Drop("tags"));
        var found = Assert.Single(A.History(Users, tags, drop.Down(A.Create("tags", A.Text("a")))).Found(DownDefinitionDrift.Rule));

        Assert.StartsWith("Column 'tags.b' does not come back from Down, and was 'String null'.", FindingText.Of(found), StringComparison.Ordinal);
        Silent(Users, tags, drop.Down(A.Create("tags", A.Text("a"), A.Text("b"))));
    }

    [Fact]
    public void A_table_that_comes_back_in_another_form_is_one_finding_however_much_differs()
    {
        var tags = A.Migration(2, A.Create("tags", A.Text("a"), A.Text("b"), A.Text("c"), A.Text("d"), A.Text("e"))).Down(A.Drop("tags"));
        var found = Assert.Single(A.History(Users, tags, A.Migration(3, A.Drop("tags")).Down(A.Create("tags", A.Int("a")))).Found(DownDefinitionDrift.Rule));

        Assert.Equal(50, found.Place!.Line);
        Assert.Equal(Items.Of("table", "tags", "(… a String null, b String null, c String null …)", "(… a Int32 null)"), found.Values);
    }

    [Fact]
    public void Another_order_of_columns_is_no_drift() =>
        Silent(Users, A.Migration(2, A.DropColumn("users", "name")).Down(A.Add("users", A.Text("name"))));

    [Fact]
    public void What_an_altered_column_leaves_unsaid_drifts_only_where_the_engine_drops_it()
    {
        var alter = A.Migration(2, A.Alter("users", Mail with { Type = new(TypeKind.String, 300) })).Down(A.Alter("users", Mail with { Default = null }));

        Assert.Equal(Items.Of(DatabaseKind.MySql, DatabaseKind.MariaDb), Assert.Single(A.History(Users, alter).On(A.Everywhere).Found(DownDefinitionDrift.Rule)).Databases);
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(DownDefinitionDrift.Rule));
}
