using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class DownIncompleteTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name"), A.Text("mail"))).Down(A.Drop("users"));
    private static readonly Draft City = A.Migration(2, A.Add("users", A.Text("city")), A.Index("ix_city", "users", "city"));

    [Fact]
    public void A_column_that_Down_forgets_is_found_at_the_step_of_Up()
    {
        var found = Assert.Single(A.History(Users, City.Down(A.DropIndex("ix_city", "users"))).On(A.Everywhere).Found(DownIncomplete.Rule));

        Assert.Equal(10, found.Place!.Line);
        Assert.StartsWith("Column 'users.city' stays behind, since Down does not touch it.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Down_that_undoes_every_step_is_silent() => Silent(Users, City.Down(A.DropIndex("ix_city", "users"), A.DropColumn("users", "city")));

    [Fact]
    public void A_dropped_index_that_does_not_come_back_is_found()
    {
        var indexed = A.Migration(2, A.Index("ix_mail", "users", "mail")).Down(A.DropIndex("ix_mail", "users"));
        var drop = A.Migration(3, A.DropColumn("users", "mail")).Down(A.Add("users", A.Text("mail")));

        Assert.Equal(Items.Of("index", "users.ix_mail", "does not come back"), Assert.Single(A.History(Users, indexed, drop).Found(DownIncomplete.Rule)).Values);
        Silent(Users, indexed, drop.Down(A.Add("users", A.Text("mail")), A.Index("ix_mail", "users", "mail")));
    }

    [Fact]
    public void A_changed_column_that_keeps_its_new_form_is_found()
    {
        var change = A.Migration(2, A.Alter("users", A.Text("name", 200)), A.Add("users", A.Int("age")));

        Assert.Equal("keeps the form that Up gave it", Assert.Single(A.History(Users, change.Down(A.DropColumn("users", "age"))).On(DatabaseKind.Postgres).Found(DownIncomplete.Rule)).Values[2]);
        Silent(Users, change.Down(A.DropColumn("users", "age"), A.Alter("users", A.Text("name"))));
    }

    [Fact]
    public void A_table_that_Down_forgets_is_one_finding_and_not_one_for_each_column()
    {
        var two = A.Migration(2, A.Create("a", A.Text("x"), A.Text("y")), A.Create("b"));

        Assert.Equal("a", Assert.Single(A.History(Users, two.Down(A.Drop("b"))).Found(DownIncomplete.Rule)).Values[1]);
    }

    [Fact]
    public void A_Down_that_FluentMigrator_derives_is_judged_too() =>
        Assert.Single(A.History(Users, City.Down(A.DropIndex("ix_city", "users")).DownIs(DownKind.Reversed)).Found(DownIncomplete.Rule));

    [Fact]
    public void Code_in_Down_may_do_the_rest_unless_it_declares_another_table()
    {
        var other = A.Migration(3, A.Create("other")).Down(A.Drop("other"));
        var coded = A.Migration(4, A.Add("users", A.Text("city"))).Down(A.Code());

        Silent(Users, other, coded);
        Assert.Single(A.History(Users, other, coded.Touches("other")).Found(DownIncomplete.Rule));
        Silent(Users, other, coded.Touches("users"));
    }

    [Fact]
    public void Code_of_an_earlier_migration_does_not_hide_what_this_one_forgets()
    {
        var coded = A.Migration(2, A.Code()).Down(A.Code());
        var city = A.Migration(3, A.Add("users", A.Text("city")), A.Index("ix_city", "users", "city")).Down(A.DropIndex("ix_city", "users"));

        Assert.Single(A.History(Users, coded, city).Found(DownIncomplete.Rule));
        Silent(Users, coded, A.Migration(3, A.DropColumn("users", "made_by_code")).Down(A.Add("users", A.Text("made_by_code"))));
    }

    [Fact]
    public void A_step_that_does_not_fit_leaves_the_word_to_other_rules() =>
        Silent(Users, City.Down(A.DropIndex("ix_town", "users")));

    [Fact]
    public void A_view_that_raw_Sql_leaves_is_found()
    {
        var view = A.Migration(2, A.Sql("create view v as select id from users"), A.Add("users", A.Int("age")));

        Assert.Equal(Items.Of("view", "v", "stays behind"), Assert.Single(A.History(Users, view.Down(A.DropColumn("users", "age"))).Found(DownIncomplete.Rule)).Values);
        Silent(Users, view.Down(A.DropColumn("users", "age"), A.Sql("drop view v")));
    }

    [Fact]
    public void The_statement_that_there_is_no_way_back_is_silent() => Silent(Users, City.Down(A.DropIndex("ix_city", "users")).ForwardOnly("No way"));

    [Fact]
    public void Each_database_is_judged_by_itself() => Assert.Equal(
        Items.Of(DatabaseKind.Postgres),
        Assert.Single(A.History(Users, City.On(DatabaseKind.Sqlite, A.Index("ix_city", "users", "name")).Down(A.DropIndex("ix_city", "users")))
            .On(DatabaseKind.Sqlite, DatabaseKind.Postgres).Found(DownIncomplete.Rule)).Databases);

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DownIncomplete.Rule));

    [Fact]
    public void A_table_that_SQL_text_makes_anew_and_back_is_as_it_was()
    {
        var parents = A.Migration(
            1,
            new CreateTable(A.Table("parents"), Items.Of(A.Int("id") with { Nullable = false, PrimaryKey = true, PrimaryKeyName = "PK_parents" }, A.Text("name", 20) with { Nullable = false })));
        var up = A.Sql("""
            CREATE TABLE parents_new ("id" INTEGER NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL DEFAULT 'a' CHECK ("kind" IN ('a', 'b')), CONSTRAINT "PK_parents" PRIMARY KEY ("id"));
            INSERT INTO parents_new ("id", "name") SELECT "id", "name" FROM parents;
            DROP TABLE parents;
            ALTER TABLE parents_new RENAME TO parents;
            """);
        string Down(string name) => $"""
            CREATE TABLE parents_old ("id" INTEGER NOT NULL, "name" {name}, CONSTRAINT "PK_parents" PRIMARY KEY ("id"));
            INSERT INTO parents_old ("id", "name") SELECT "id", "name" FROM parents;
            DROP TABLE parents;
            ALTER TABLE parents_old RENAME TO parents;
            """;
        string[] Rules(string name) => [.. A.History(parents, A.Migration(2, up).Down(A.Sql(Down(name)))).Check().Select(f => f.Rule).Where(r => r is "MIG0104" or "MIG0105" or "MIG0106" or "MIG0108")];

        Assert.Empty(Rules("TEXT NOT NULL"));
        Assert.NotEmpty(Rules("BLOB NOT NULL"));
        Assert.NotEmpty(Rules("TEXT"));
    }
}
