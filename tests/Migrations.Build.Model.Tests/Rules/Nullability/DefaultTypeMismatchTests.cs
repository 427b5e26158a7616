using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class DefaultTypeMismatchTests
{
    [Fact]
    public void A_word_for_a_number_is_found()
    {
        var found = Assert.Single(A.History(A.Migration(1, A.Create("orders", A.Int("count") with { Default = Value.Of("none") }))).On(A.Everywhere).Found(DefaultTypeMismatch.Rule));

        Assert.Null(found.Severity);
        Assert.Equal(
            "Column 'orders.count' of type 'Int32' has the default 'none': the text is no number. The statement fails, or every row that relies on the default does, "
            + "or holds what its readers do not expect. Write a default of the column's type.",
            FindingText.Of(found));
    }

    [Theory]
    [InlineData(TypeKind.Int32, "7", 0)]
    [InlineData(TypeKind.Int32, "seven", 1)]
    [InlineData(TypeKind.Decimal, "1.5", 0)]
    [InlineData(TypeKind.Decimal, "1,5 EUR", 1)]
    [InlineData(TypeKind.Guid, "newid()", 1)]
    [InlineData(TypeKind.Guid, "11111111-2222-3333-4444-555555555555", 0)]
    [InlineData(TypeKind.DateTime, "2026-05-01T10:00:00", 0)]
    [InlineData(TypeKind.DateTime, "2026-05-01", 0)]
    [InlineData(TypeKind.DateTime, "01.05.2026", 1)]
    [InlineData(TypeKind.DateTime, "CURRENT_TIMESTAMP", 1)]
    [InlineData(TypeKind.DateTime, "now", 0)]
    [InlineData(TypeKind.Boolean, "yes", 0)]
    [InlineData(TypeKind.Boolean, "maybe", 1)]
    [InlineData(TypeKind.String, "anything", 0)]
    [InlineData(TypeKind.Custom, "anything", 0)]
    public void A_text_fits_a_type_or_not_on_Postgres(TypeKind kind, string text, int found) =>
        Assert.Equal(found, On(DatabaseKind.Postgres, A.Typed("x", kind) with { Default = Value.Of(text) }).Length);

    [Fact]
    public void A_text_that_is_longer_than_its_column_is_found_where_lengths_count()
    {
        var column = A.Text("x", 3) with { Default = Value.Of("abcd") };

        Assert.Null(Assert.Single(On(DatabaseKind.MySql, column)).Severity);
        Assert.Equal(Severity.Warning, Assert.Single(On(DatabaseKind.SqlServer, column)).Severity);
        Assert.Empty(On(DatabaseKind.Sqlite, column));
        Assert.Empty(On(DatabaseKind.MySql, column with { Default = Value.Of("abc") }));
    }

    [Fact]
    public void Numbers_and_truth_values_are_two_things_on_Postgres_alone()
    {
        Assert.Single(On(DatabaseKind.Postgres, A.Typed("x", TypeKind.Boolean) with { Default = Value.Of(0) }));
        Assert.Single(On(DatabaseKind.Postgres, A.Int("x") with { Default = Value.Of(false) }));
        Assert.Empty(On(DatabaseKind.Postgres, A.Typed("x", TypeKind.Boolean) with { Default = Value.Of(false) }));
        Assert.Empty(On(DatabaseKind.SqlServer, A.Typed("x", TypeKind.Boolean) with { Default = Value.Of(0) }));
    }

    [Theory]
    [InlineData(32767, 0)]
    [InlineData(32768, 1)]
    public void A_number_is_in_the_range_of_its_type_or_not(long number, int found) =>
        Assert.Equal(found, On(DatabaseKind.MySql, A.Typed("x", TypeKind.Int16) with { Default = Value.Of(number) }).Length);

    [Fact]
    public void Added_altered_and_set_defaults_are_looked_at_and_one_call_is_one_finding()
    {
        var orders = A.Migration(1, A.Create("orders", A.Int("x")));
        var (wrong, set) = (A.Int("x") with { Default = Value.Of("a") }, new SetDefault(A.Table("orders"), "x", Value.Of("a")));

        Assert.Single(A.History(orders, A.Migration(2, A.Add("orders", wrong with { Name = "y" }))).Found(DefaultTypeMismatch.Rule));
        Assert.Single(A.History(orders, A.Migration(2, A.Alter("orders", wrong), set)).Found(DefaultTypeMismatch.Rule));
        Assert.Single(A.History(orders, A.Migration(2, set)).Found(DefaultTypeMismatch.Rule));
    }

    [Fact]
    public void Sqlite_takes_it_and_keeps_a_text_in_a_column_of_numbers()
    {
        Assert.Equal(Severity.Warning, Assert.Single(On(DatabaseKind.Sqlite, A.Int("x") with { Default = Value.Of("none") })).Severity);
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key, x integer default 'none'); insert into orders (id) values (1)");

        Assert.Equal("text", database.Value("select typeof(x) from orders"));
    }

    private static Finding[] On(DatabaseKind database, Column column) => A.History(A.Migration(1, A.Create("orders", column))).On(database).Found(DefaultTypeMismatch.Rule);
}
