using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Governance;

namespace Migrations.Build.Model.Tests.Rules.Governance;

public class AffectedTablesWrongTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("phone")), A.Create("orders"));

    [Fact]
    public void A_table_that_is_not_there_is_found_with_the_one_that_is_meant() => Assert.Equal(
        "Migration 'M2' declares that it touches 'user', which is not there. Did you mean 'users'? The rules look for the effect of its opaque steps in the wrong place. Correct the name.",
        FindingText.Of(Assert.Single(Found(A.Migration(2, A.Code()).Touches("user")))));

    [Fact]
    public void A_column_that_is_not_there_is_found_with_the_one_that_is_meant() =>
        Assert.Equal("users.phone", Assert.Single(Found(A.Migration(2, A.Code()).Touches("users.phones"))).Values[2]);

    [Fact]
    public void The_right_names_are_silent() => Silent(A.Migration(2, A.Code()).Touches("users", "users.phone"));

    [Fact]
    public void Another_letter_case_is_another_name_only_where_the_database_tells_them_apart() =>
        Assert.Equal(Items.Of(DatabaseKind.Postgres), Assert.Single(Found(A.Migration(2, A.Code()).Touches("USERS"))).Databases);

    [Fact]
    public void A_name_near_to_none_may_be_that_of_what_the_step_makes() => Silent(A.Migration(2, A.Code()).Touches("audit_entries", "users.normalized_number"));

    [Fact]
    public void A_name_that_a_later_migration_uses_is_silent() =>
        Assert.Empty(A.History(Users, A.Migration(2, A.Code()).Touches("user"), A.Migration(3, A.Insert("user", "name", "x"))).Found(AffectedTablesWrong.Rule));

    [Fact]
    public void A_table_and_a_column_that_the_migration_makes_itself_are_silent() =>
        Silent(A.Migration(2, A.Create("user"), A.Add("users", A.Text("phones")), A.Code()).Touches("user", "users.phones"));

    [Fact]
    public void A_declaration_where_every_step_can_be_read_is_found() => Assert.Equal(
        "Migration 'M2' declares that it touches 'users', and every step of it can be read without that. Rules trust these objects less than they could. Leave '[Touches]' out.",
        FindingText.Of(Assert.Single(Found(A.Migration(2, A.Sql("update users set phone = ''")).Touches("users")))));

    [Theory]
    [InlineData("update users set phone = ''", 1)]
    [InlineData("select normalize_phones()", 0)]
    [InlineData("call normalize_phones()", 0)]
    public void Sql_text_needs_a_declaration_where_it_cannot_be_read(string sql, int found) => Assert.Equal(found, Found(A.Migration(2, A.Sql(sql)).Touches("users")).Length);

    [Fact]
    public void A_step_of_Down_may_need_the_declaration() => Silent(A.Migration(2, A.Add("users", A.Text("x"))).Down(A.Code()).Touches("users"));

    [Fact]
    public void No_declaration_is_silent() => Silent(A.Migration(2, A.Code()));

    [Fact]
    public void A_call_that_the_reader_did_not_understand_is_opaque() => Silent(A.Migration(2, new Opaque("a loop")).Touches("users"));

    private static Finding[] Found(Draft draft) => A.History(Users, draft).On(A.Everywhere).Found(AffectedTablesWrong.Rule);

    private static void Silent(Draft draft) => Assert.Empty(Found(draft));
}
