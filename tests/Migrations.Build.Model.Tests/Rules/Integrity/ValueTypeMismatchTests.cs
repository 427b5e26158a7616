using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class ValueTypeMismatchTests
{
    [Fact]
    public void The_name_of_a_member_in_a_column_of_numbers_is_found() => Assert.Equal(
        "Column 'levels.level' of type 'Int32' meets the value 'High': the text is no number. So the server refuses the statement. "
        + "Write a value of the column's type; FluentMigrator writes a member of an enumeration as its name, so cast it to a number.",
        FindingText.Of(Assert.Single(On(DatabaseKind.Postgres, Insert(Value.Of("High"))))));

    [Theory]
    [InlineData(DatabaseKind.Postgres, null)]
    [InlineData(DatabaseKind.SqlServer, null)]
    [InlineData(DatabaseKind.MySql, null)]
    [InlineData(DatabaseKind.MariaDb, null)]
    [InlineData(DatabaseKind.Sqlite, Severity.Warning)]
    public void Sqlite_alone_stores_it(DatabaseKind database, Severity? severity) => Assert.Equal(severity, Assert.Single(On(database, Insert(Value.Of("High")))).Severity);

    [Fact]
    public void Every_way_to_give_a_value_is_looked_at()
    {
        Operation[] given =
        [
            Insert(Value.Of("High")),
            new UpdateRows(A.Table("levels"), Items.Of(new Cell("level", Value.Of("High"))), Items<Cell>.Empty, true),
            new UpdateRows(A.Table("levels"), Items.Of(new Cell("level", Value.Of(1))), Items.Of(new Cell("level", Value.Of("High"))), false),
            new DeleteRows(A.Table("levels"), Items.Of(new Row(Items.Of(new Cell("level", Value.Of("High"))))), false),
        ];

        Assert.All(given, o => Assert.Single(On(DatabaseKind.Postgres, o)));
        Assert.All(given, o => Assert.Equal(50, Assert.Single(A.History(Levels, A.Migration(2, A.Sql("select 1")).Down(o)).On(DatabaseKind.Postgres).Found(ValueTypeMismatch.Rule)).Place!.Line));
    }

    [Theory]
    [InlineData(TypeKind.Int32, "7", 0)]
    [InlineData(TypeKind.Int32, "seven", 1)]
    [InlineData(TypeKind.Decimal, "1.5", 0)]
    [InlineData(TypeKind.String, "High", 0)]
    [InlineData(TypeKind.Boolean, "yes", 0)]
    [InlineData(TypeKind.Boolean, "maybe", 1)]
    [InlineData(TypeKind.Custom, "High", 0)]
    public void A_text_fits_a_type_or_not(TypeKind kind, string text, int found) => Assert.Equal(found, On(DatabaseKind.Postgres, Insert(Value.Of(text)), kind).Length);

    [Fact]
    public void A_text_that_is_too_long_is_found_where_it_is_stored_and_not_where_it_is_compared()
    {
        var levels = A.Migration(1, A.Create("levels", A.Text("level", 3)));
        var delete = new DeleteRows(A.Table("levels"), Items.Of(new Row(Items.Of(new Cell("level", Value.Of("abcd"))))), false);

        Assert.Null(Assert.Single(A.History(levels, A.Migration(2, Insert(Value.Of("abcd")))).On(DatabaseKind.SqlServer).Found(ValueTypeMismatch.Rule)).Severity);
        Assert.Empty(A.History(levels, A.Migration(2, delete)).On(DatabaseKind.SqlServer).Found(ValueTypeMismatch.Rule));
        Assert.Empty(A.History(levels, A.Migration(2, Insert(Value.Of("abcd")))).On(DatabaseKind.Sqlite).Found(ValueTypeMismatch.Rule));
    }

    [Fact]
    public void Numbers_truth_values_and_dates_are_told_as_the_engine_takes_them()
    {
        Assert.Null(Assert.Single(On(DatabaseKind.Postgres, Insert(Value.Of(true)))).Severity);
        Assert.Empty(On(DatabaseKind.SqlServer, Insert(Value.Of(true))));
        Assert.Null(Assert.Single(On(DatabaseKind.Postgres, Insert(Value.Of(1)), TypeKind.Boolean)).Severity);
        Assert.Equal(Severity.Warning, Assert.Single(On(DatabaseKind.Postgres, Insert(Value.Of("5/1/2026")), TypeKind.Date)).Severity);
        Assert.Empty(On(DatabaseKind.MySql, Insert(Value.Of("no guid")), TypeKind.Guid));
    }

    private static Draft Levels { get; } = A.Migration(1, A.Create("levels", A.Int("level")));

    private static InsertRows Insert(Value value) => new(A.Table("levels"), Items.Of(new Row(Items.Of(new Cell("level", value)))));

    private static Finding[] On(DatabaseKind database, Operation operation, TypeKind kind = TypeKind.Int32) =>
        A.History(A.Migration(1, A.Create("levels", A.Typed("level", kind))), A.Migration(2, operation)).On(database).Found(ValueTypeMismatch.Rule);
}
