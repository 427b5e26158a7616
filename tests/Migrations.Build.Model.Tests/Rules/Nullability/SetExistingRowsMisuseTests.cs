using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class SetExistingRowsMisuseTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name", 200)));
    private static readonly Column State = A.Text("state", 20) with { ExistingRows = new(Value.Of("new"), null) };
    private static readonly UpdateRows Update = A.UpdateAll("users", "state", "new");
    private static readonly AlterColumn Tighten = A.Alter("users", A.Text("state", 20) with { Nullable = false });

    [Fact]
    public void A_call_without_NotNullable_leaves_the_column_nullable()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, A.Add("users", State), Update)).On(A.Everywhere).Found(SetExistingRowsMisuse.Rule));

        Assert.Null(found.Severity);
        Assert.Equal(
            "The 'SetExistingRowsTo' of column 'users.state' without 'NotNullable()' leaves the column nullable for good. So every later row may hold null, while the call "
            + "reads as if none could. Write the steps out: add the column as nullable, update the rows, and say 'NotNullable()' where it is meant.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_call_with_NotNullable_is_silent() =>
        Silent(Users, A.Migration(2, A.Add("users", State with { ExistingRows = new(Value.Of("new"), false) }), Update, Tighten));

    [Fact]
    public void A_call_with_Nullable_means_it() => Silent(Users, A.Migration(2, A.Add("users", State with { ExistingRows = new(Value.Of("new"), true) }), Update));

    [Fact]
    public void A_column_that_another_step_tightens_is_silent() => Silent(Users, A.Migration(2, A.Add("users", State), Update, Tighten));

    [Fact]
    public void The_same_steps_in_plain_words_are_silent() => Silent(Users, A.Migration(2, A.Add("users", State with { ExistingRows = null }), Update));

    [Fact]
    public void A_value_of_null_fails_at_the_tightening_and_is_said_once()
    {
        var added = A.Add("users", State with { ExistingRows = new(Value.Null, false) });
        var history = A.History(Users, A.Migration(2, added, Update with { Set = Items.Of(new Cell("state", Value.Null)) }, Tighten));

        Assert.Equal(Severity.Error, Assert.Single(history.Found(SetExistingRowsMisuse.Rule)).Severity);
        Assert.Empty(history.Found(SetNotNull.Rule));
    }

    [Fact]
    public void A_value_of_null_for_no_row_is_silent() =>
        Silent(A.Migration(1, A.Create("users"), A.Add("users", State with { ExistingRows = new(Value.Null, false) }), Tighten));

    [Fact]
    public void A_call_on_an_altered_column_is_ignored() => Assert.Contains(
        "is ignored on a column that is altered",
        FindingText.Of(Assert.Single(A.History(Users, A.Migration(2, A.Alter("users", A.Text("name", 200) with { ExistingRows = new(Value.Of("?"), null) })))
            .Found(SetExistingRowsMisuse.Rule))),
        StringComparison.Ordinal);

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(SetExistingRowsMisuse.Rule));
}
