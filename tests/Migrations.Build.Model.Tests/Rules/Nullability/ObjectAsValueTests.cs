using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class ObjectAsValueTests
{
    [Fact]
    public void A_word_as_a_default_is_told_with_who_refuses_it() => Assert.Equal(
        "The value for the default of column 'goods.state' is an object, which FluentMigrator writes as SQL by its 'ToString()' and without quotes: Fresh. "
        + "With that text PostgreSQL refuses the statement, since it takes the word for a name. Write the text itself, or 'RawSql.Insert(…)' where SQL is meant.",
        FindingText.Of(Assert.Single(Default(DatabaseKind.Postgres, "Fresh"))));

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "Fresh", Severity.Warning)]
    [InlineData(DatabaseKind.MySql, "Fresh", null)]
    [InlineData(DatabaseKind.SqlServer, "Shop.State", Severity.Warning)]
    public void Sqlite_alone_takes_a_word_for_a_text(DatabaseKind database, string text, Severity? severity) => Assert.Equal(severity, Assert.Single(Default(database, text)).Severity);

    [Theory]
    [InlineData("12.50")]
    [InlineData("-3")]
    [InlineData("'new'")]
    [InlineData("CURRENT_TIMESTAMP")]
    public void What_every_database_reads_as_a_value_is_not_told(string text) => Assert.Empty(Default(DatabaseKind.Postgres, text));

    [Fact]
    public void In_rows_a_word_is_a_column_everywhere()
    {
        var insert = new InsertRows(A.Table("goods"), Items.Of(new Row(Items.Of(new Cell("state", Of("Fresh"))))));

        Assert.Null(Assert.Single(A.History(A.Migration(1, A.Create("goods", A.Text("state")), insert)).Found(ObjectAsValue.Rule)).Severity);
    }

    [Fact]
    public void SQL_that_is_meant_is_not_told() =>
        Assert.Empty(A.History(A.Migration(1, A.Create("goods", A.Text("state") with { Default = Value.Sql("Fresh") }))).Found(ObjectAsValue.Rule));

    private static Value Of(string text) => Value.Sql(text) with { Origin = ValueOrigin.Object };

    private static Finding[] Default(DatabaseKind database, string text) =>
        A.History(A.Migration(1, A.Create("goods", A.Text("state") with { Default = Of(text) }))).On(database).Found(ObjectAsValue.Rule);
}
