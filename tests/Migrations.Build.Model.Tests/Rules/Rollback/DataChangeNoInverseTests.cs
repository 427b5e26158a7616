using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class DataChangeNoInverseTests
{
    private static readonly Draft Parts = A.Migration(1, A.Create("parts", A.Text("number")));
    private static readonly Draft Recode = A.Migration(2, A.Add("parts", A.Text("code")), A.Code()).Down(A.DropColumn("parts", "code"));

    [Fact]
    public void Code_that_declares_nothing_is_found()
    {
        var found = Assert.Single(A.History(Parts, Recode).On(A.Everywhere).Found(DataChangeNoInverse.Rule));

        Assert.Equal(
            "Rows may change by code, which cannot be read and declares nothing, and Down does nothing about it. "
            + "The runner cannot keep what it does not know of, so after a rollback those rows stay as they are. "
            + "Declare with '[Touches]' what it changes, or undo it in Down.",
            FindingText.Of(found));
        Assert.Equal(11, found.Place!.Line);
    }

    [Theory]
    [InlineData("do $$ begin perform recode(); end $$", 1)]
    [InlineData("update parts set number = upper(number)", 0)]
    [InlineData("delete from parts", 0)]
    [InlineData("create index ix on parts (number)", 0)]
    public void Text_is_found_only_where_it_cannot_be_read(string sql, int found) => Assert.Equal(found, A.History(
        Parts, A.Migration(2, A.Add("parts", A.Text("code")), A.Sql(sql)).Down(A.DropColumn("parts", "code"))).On(DatabaseKind.Postgres).Found(DataChangeNoInverse.Rule).Length);

    [Fact]
    public void What_is_declared_is_kept() => Silent(Parts, Recode.Touches("parts.number"));

    [Fact]
    public void A_Down_that_changes_rows_or_that_runs_code_is_silent()
    {
        Silent(Parts, Recode.Down(A.Code(), A.DropColumn("parts", "code")));
        Silent(Parts, Recode.Down(A.UpdateAll("parts", "number", "?"), A.DropColumn("parts", "code")));
    }

    [Fact]
    public void Without_any_Down_another_rule_speaks() => Silent(Parts, A.Migration(2, A.Code()));

    [Fact]
    public void Forward_only_is_said() => Silent(Parts, Recode.ForwardOnly("Codes cannot be computed back"));

    [Fact]
    public void Where_no_row_can_be_there_is_nothing_to_change() => Silent(A.Migration(1, A.Create("parts"), A.Code()).Down(A.Drop("parts")));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DataChangeNoInverse.Rule));
}
