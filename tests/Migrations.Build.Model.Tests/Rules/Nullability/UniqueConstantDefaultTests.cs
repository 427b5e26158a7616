using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class UniqueConstantDefaultTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name")));
    private static readonly AddColumn Add = A.Add("users", A.Text("code", 20) with { Nullable = false, Default = Value.Of("-") });
    private static readonly CreateIndex Plain = A.Index("ux", "users", "code");
    private static readonly CreateIndex Unique = Plain with { Index = Plain.Index with { Unique = true } };

    [Fact]
    public void A_unique_column_with_one_value_for_every_row_is_found()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, Add, Unique)).On(A.Everywhere).Found(UniqueConstantDefault.Rule));

        Assert.Equal(11, found.Place!.Line);
        Assert.Equal(
            "Column 'users.code' is added with the default '-' and is to be unique. Every row that is there gets the same value, so the migration fails as soon as the table "
            + "has two. Add it as nullable without a default, give each row its own value, and make it unique after.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_unique_constraint_and_the_time_are_found_too()
    {
        Found(Add, new AddKey(A.Table("users"), KeyKind.Unique, new Key("uq", Items.Of("code"))));
        Found(Add with { Column = Add.Column with { Default = new(ValueKind.System, "CurrentDateTime") } }, Unique);
    }

    [Fact]
    public void A_plain_index_is_silent() => Silent(Users, A.Migration(2, Add, Plain));

    [Fact]
    public void An_index_over_more_columns_is_silent() => Silent(Users, A.Migration(2, Add, Unique with { Index = Unique.Index with { Columns = Items.Of(new IndexColumn("code"), new IndexColumn("id")) } }));

    [Fact]
    public void An_index_over_some_rows_is_silent() =>
        Silent(Users, A.Migration(2, Add, Unique with { Index = Unique.Index with { Features = Items.Of(new Feature("PostgresIndexFilter", Items.Of(Value.Of("code <> '-'")))) } }));

    [Fact]
    public void No_default_is_silent() => Silent(Users, A.Migration(2, Add with { Column = Add.Column with { Default = null } }, Unique));

    [Fact]
    public void A_new_guid_for_every_row_is_silent() => Silent(Users, A.Migration(2, Add with { Column = Add.Column with { Default = new(ValueKind.System, "NewGuid") } }, Unique));

    [Fact]
    public void A_new_table_has_no_rows() => Silent(A.Migration(1, A.Create("users"), Add, Unique));

    [Theory]
    [InlineData("update users set code = name", 0)]
    [InlineData("update other set code = name", 1)]
    public void A_step_between_that_gives_values_is_silent(string sql, int found) =>
        Assert.Equal(found, A.History(Users, A.Migration(2, Add, A.Sql(sql), Unique)).Found(UniqueConstantDefault.Rule).Length);

    [Fact]
    public void Code_between_may_give_values() => Silent(Users, A.Migration(2, Add, A.Code(), Unique));

    [Theory]
    [InlineData("alter table users add column code text default '-'; create unique index ux on users (code)", 1)]
    [InlineData("alter table users add column code text default (random()); create unique index ux on users (code)", 0)]
    [InlineData("alter table users add column code text default '-'; create index ux on users (code)", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(Users, A.Migration(2, A.Sql(sql))).Found(UniqueConstantDefault.Rule).Length);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Sqlite_refuses_the_index_at_the_second_row(int rows, bool refuses)
    {
        using var database = new SqliteFile();
        database.Run("create table users (id integer primary key)");
        for (var i = 0; i < rows; i++)
        {
            database.Run("insert into users default values");
        }

        database.Run("alter table users add column code text not null default '-'");
        Assert.Equal(refuses, database.Refuses("create unique index ux on users (code)"));
    }

    private static void Found(params Operation[] operations) => Assert.Single(A.History(Users, A.Migration(2, operations)).Found(UniqueConstantDefault.Rule));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(UniqueConstantDefault.Rule));
}
