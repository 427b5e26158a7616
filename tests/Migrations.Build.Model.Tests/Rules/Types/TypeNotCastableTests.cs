using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Types;

namespace Migrations.Build.Model.Tests.Rules.Types;

public class TypeNotCastableTests
{
    [Fact]
    public void Types_without_a_cast_are_told_with_the_way_round() => Assert.Equal(
        "Column 't.c' changes from 'Int32' to 'Guid', and PostgreSQL has no cast from the one to the other. The statement fails, whatever the rows are. "
        + "To mend it, add a new column, fill it and drop the old one.",
        FindingText.Of(Assert.Single(Altered(DatabaseKind.Postgres, TypeKind.Int32, A.Typed("c", TypeKind.Guid)))));

    [Theory]
    [InlineData(TypeKind.String, TypeKind.Int32)]
    [InlineData(TypeKind.Boolean, TypeKind.Int16)]
    [InlineData(TypeKind.Int32, TypeKind.Int64)]
    [InlineData(TypeKind.Guid, TypeKind.String)]
    public void What_is_cast_or_rendered_with_a_cast_is_not_told(TypeKind from, TypeKind to) => Assert.Empty(Altered(DatabaseKind.Postgres, from, A.Typed("c", to)));

    [Fact]
    public void Other_databases_are_not_spoken_of() => Assert.Empty(Altered(DatabaseKind.SqlServer, TypeKind.Int32, A.Typed("c", TypeKind.Guid)));

    [Fact]
    public void An_old_default_that_is_no_value_of_the_new_type_is_told()
    {
        var old = A.Text("c") with { Default = Value.Of("none") };

        Assert.Contains("default 'none' is no value of the new type", FindingText.Of(Assert.Single(Found(A.Migration(1, A.Create("t", old)), A.Alter("t", A.Int("c"))))), StringComparison.Ordinal);
        Assert.Empty(Found(A.Migration(1, A.Create("t", old)), A.Alter("t", A.Int("c") with { Default = Value.Of(0) })));
        Assert.Empty(Found(A.Migration(1, A.Create("t", old with { Default = Value.Of("7") })), A.Alter("t", A.Int("c"))));
        Assert.Empty(Found(A.Migration(1, A.Create("t", old)), new DropDefault(A.Table("t"), "c"), A.Alter("t", A.Int("c"))));
    }

    [Theory]
    [InlineData("ALTER TABLE t ALTER c TYPE integer", 1)]
    [InlineData("ALTER TABLE t ALTER c TYPE integer USING c::integer", 0)]
    [InlineData("ALTER TABLE t ALTER c TYPE varchar(50)", 0)]
    [InlineData("ALTER TABLE t ALTER c SET DEFAULT '1'; ALTER TABLE t ALTER c TYPE integer USING c::integer", 1)]
    [InlineData("ALTER TABLE t ALTER c SET DEFAULT '1'; ALTER TABLE t ALTER c DROP DEFAULT, ALTER c TYPE integer USING c::integer", 0)]
    public void SQL_text_has_to_say_the_cast_itself(string text, int found)
    {
        Assert.Equal(found, Found(A.Migration(1, A.Create("t", A.Text("c"))), A.Sql(text)).Length);
        Assert.Equal(found, A.History(A.Migration(1, A.Create("t", A.Text("c"))), A.Migration(2, A.Sql("select 1")).Down(A.Sql(text))).On(DatabaseKind.Postgres).Found(TypeNotCastable.Rule).Length);
    }

    private static Finding[] Altered(DatabaseKind database, TypeKind from, Column to) =>
        A.History(A.Migration(1, A.Create("t", A.Typed("c", from))), A.Migration(2, A.Alter("t", to))).On(database).Found(TypeNotCastable.Rule);

    private static Finding[] Found(Draft first, params Operation[] operations) => A.History(first, A.Migration(2, operations)).On(DatabaseKind.Postgres).Found(TypeNotCastable.Rule);
}
