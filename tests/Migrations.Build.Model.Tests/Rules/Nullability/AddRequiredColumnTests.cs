using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class AddRequiredColumnTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders"));
    private static readonly Column Required = A.Text("channel", 20) with { Nullable = false };

    [Fact]
    public void A_required_column_without_default_on_an_earlier_table_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, A.Add("orders", Required))).Found(AddRequiredColumn.Rule));

        Assert.Equal(2, found.Version);
        Assert.Equal(10, found.Place!.Line);
        Assert.StartsWith("Column 'orders.channel' is added as NOT NULL without a default. Existing rows", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_does_not_say_its_nullability_is_required_and_the_text_says_so()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, A.Add("orders", Required with { Nullable = null }))).Found(AddRequiredColumn.Rule));

        Assert.Contains("since it says neither 'Nullable()' nor 'NotNullable()'", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nullable_column_is_silent() => Silent(A.Add("orders", Required with { Nullable = true }));

    [Fact]
    public void A_column_with_a_default_is_silent() => Silent(A.Add("orders", Required with { Default = Value.Of("web") }));

    [Fact]
    public void A_default_of_null_is_no_default() =>
        Assert.Single(A.History(Orders, A.Migration(2, A.Add("orders", Required with { Default = Value.Null }))).Found(AddRequiredColumn.Rule));

    [Fact]
    public void A_computed_column_is_silent() => Silent(A.Add("orders", Required with { Computed = new("1", false) }));

    [Fact]
    public void A_serial_type_fills_itself() => Silent(A.Add("orders", Required with { Type = new(TypeKind.Custom, Custom: "bigserial") }));

    [Fact]
    public void A_table_that_the_same_migration_creates_has_no_rows() =>
        Assert.Empty(A.History(A.Migration(1, A.Create("orders"), A.Add("orders", Required))).Found(AddRequiredColumn.Rule));

    [Fact]
    public void A_table_that_the_same_migration_creates_and_fills_has_rows() =>
        Assert.Single(A.History(A.Migration(1, A.Create("orders", A.Text("x")), A.Insert("orders", "x", "1"), A.Add("orders", Required))).Found(AddRequiredColumn.Rule));

    [Fact]
    public void A_renamed_table_keeps_its_rows() =>
        Assert.Single(A.History(Orders, A.Migration(2, new RenameTable(A.Table("orders"), "sales"), A.Add("sales", Required))).Found(AddRequiredColumn.Rule));

    [Fact]
    public void MySql_fills_the_rows_in_silence_so_that_only_a_warning_is_left()
    {
        var history = A.History(Orders, A.Migration(2, A.Add("orders", Required)));

        Assert.Equal(Severity.Warning, Assert.Single(history.On(DatabaseKind.MySql, DatabaseKind.MariaDb).Found(AddRequiredColumn.Rule)).Severity);
        Assert.Null(Assert.Single(history.On(DatabaseKind.MySql, DatabaseKind.SqlServer).Found(AddRequiredColumn.Rule)).Severity);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Sqlite_refuses_it_exactly_when_there_is_a_row(int rows, int failures)
    {
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key)");
        for (var i = 0; i < rows; i++)
        {
            database.Run("insert into orders default values");
        }

        Assert.Equal(failures == 1, database.Refuses("alter table orders add column channel text not null"));
        Assert.False(database.Refuses("alter table orders add column other text not null default 'web'"));
    }

    private static void Silent(Operation operation) => Assert.Empty(A.History(Orders, A.Migration(2, operation)).Found(AddRequiredColumn.Rule));
}
