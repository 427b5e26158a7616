using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class TypeNarrowingTests
{
    private static readonly DatabaseKind[] Typed = [DatabaseKind.Postgres, DatabaseKind.MySql, DatabaseKind.MariaDb, DatabaseKind.SqlServer];

    public static TheoryData<ColumnType, ColumnType, bool> Changes => new()
    {
        { new(TypeKind.String, 200), new(TypeKind.String, 199), true },
        { new(TypeKind.String, 200), new(TypeKind.String, 200), false },
        { new(TypeKind.String, 200), new(TypeKind.String, 201), false },
        { new(TypeKind.String, int.MaxValue), new(TypeKind.String, 4000), true },
        { new(TypeKind.String, 200), new(TypeKind.String, int.MaxValue), false },
        { new(TypeKind.Int64), new(TypeKind.Int32), true },
        { new(TypeKind.Int32), new(TypeKind.Int64), false },
        { new(TypeKind.Int32), new(TypeKind.UInt32), true },
        { new(TypeKind.Byte), new(TypeKind.Int16), false },
        { new(TypeKind.Boolean), new(TypeKind.Int32), false },
        { new(TypeKind.Int32), new(TypeKind.Boolean), true },
        { new(TypeKind.Decimal, 10, 2), new(TypeKind.Decimal, 9, 2), true },
        { new(TypeKind.Decimal, 10, 2), new(TypeKind.Decimal, 11, 3), false },
        { new(TypeKind.Decimal, 10, 2), new(TypeKind.Decimal, 11, 4), true },
        { new(TypeKind.Decimal, 12, 4), new(TypeKind.Decimal, 12, 2), true },
        { new(TypeKind.Int32), new(TypeKind.Decimal, 12, 2), false },
        { new(TypeKind.Int32), new(TypeKind.Decimal, 10, 2), true },
        { new(TypeKind.Decimal, 5, 0), new(TypeKind.Int32), false },
        { new(TypeKind.Decimal, 5, 1), new(TypeKind.Int32), true },
        { new(TypeKind.Double), new(TypeKind.Single), true },
        { new(TypeKind.Single), new(TypeKind.Double), false },
        { new(TypeKind.Int32), new(TypeKind.Double), false },
        { new(TypeKind.Int64), new(TypeKind.Double), true },
        { new(TypeKind.String, 200), new(TypeKind.Int32), true },
        { new(TypeKind.Int32), new(TypeKind.String, 12), false },
        { new(TypeKind.Int32), new(TypeKind.String, 8), true },
        { new(TypeKind.Guid), new(TypeKind.String, 36), false },
        { new(TypeKind.Guid), new(TypeKind.String, 35), true },
        { new(TypeKind.Guid), new(TypeKind.Int64), true },
        { new(TypeKind.DateTime), new(TypeKind.Date), true },
        { new(TypeKind.Date), new(TypeKind.DateTime), false },
        { new(TypeKind.DateTime), new(TypeKind.Time), true },
        { new(TypeKind.Binary, 100), new(TypeKind.Binary, 50), true },
        { new(TypeKind.Binary, 50), new(TypeKind.Binary, 100), false },
        { new(TypeKind.Custom, Custom: "citext"), new(TypeKind.String, 10), false },
        { new(TypeKind.String, 200), new(TypeKind.Custom, Custom: "char(1)"), false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_of_type_is_found_exactly_where_a_value_may_not_fit(ColumnType from, ColumnType to, bool loses)
    {
        foreach (var database in Typed)
        {
            Assert.Equal(loses ? 1 : 0, Change(from, to).On(database).Found(TypeNarrowing.Rule).Length);
        }
    }

    [Fact]
    public void The_text_names_both_types_and_what_is_lost() => Assert.StartsWith(
        "Column 'notes.c' changes from 'Decimal(12,4)' to 'Decimal(12,2)': digits behind the point are lost. The migration fails",
        FindingText.Of(Assert.Single(Change(new(TypeKind.Decimal, 12, 4), new(TypeKind.Decimal, 12, 2)).On(Typed).Found(TypeNarrowing.Rule))),
        StringComparison.Ordinal);

    [Fact]
    public void A_text_without_a_size_is_short_where_FluentMigrator_makes_it_so() => Assert.Equal(
        Items.Of(DatabaseKind.MySql, DatabaseKind.MariaDb, DatabaseKind.SqlServer),
        Assert.Single(Change(new(TypeKind.String, 1000), new(TypeKind.String)).On(A.Everywhere).Found(TypeNarrowing.Rule)).Databases);

    [Fact]
    public void Narrow_text_loses_characters_on_SqlServer_only() => Assert.Equal(
        Items.Of(DatabaseKind.SqlServer),
        Assert.Single(Change(new(TypeKind.String, 100), new(TypeKind.AnsiString, 100)).On(A.Everywhere).Found(TypeNarrowing.Rule)).Databases);

    [Fact]
    public void An_offset_is_lost_where_there_was_one() => Assert.Equal(
        Items.Of(DatabaseKind.Postgres, DatabaseKind.SqlServer),
        Assert.Single(Change(new(TypeKind.DateTimeOffset), new(TypeKind.DateTime)).On(A.Everywhere).Found(TypeNarrowing.Rule)).Databases);

    [Fact]
    public void On_Sqlite_only_text_that_becomes_a_number_is_found()
    {
        Assert.Empty(Change(new(TypeKind.String, 200), new(TypeKind.String, 10)).Found(TypeNarrowing.Rule));
        Assert.Empty(Change(new(TypeKind.Int64), new(TypeKind.Int16)).Found(TypeNarrowing.Rule));
        Assert.Single(Change(new(TypeKind.String, 200), new(TypeKind.Int64)).Found(TypeNarrowing.Rule));
    }

    [Fact]
    public void A_new_table_has_no_values_to_lose() => Assert.Empty(A.History(A.Migration(
        1,
        A.Create("notes", A.Text("c", 200)),
        A.Alter("notes", A.Text("c", 20)))).On(Typed).Found(TypeNarrowing.Rule));

    [Fact]
    public void Sqlite_keeps_long_text_and_large_numbers_and_turns_digits_into_a_number()
    {
        using var database = new SqliteFile();
        database.Run("create table t (a varchar(3), b smallint, c integer); insert into t values ('longer', 9999999999, '007')");

        Assert.Equal("longer", database.Value("select a from t"));
        Assert.Equal(9999999999L, database.Value("select b from t"));
        Assert.Equal(7L, database.Value("select c from t"));
    }

    private static Situation Change(ColumnType from, ColumnType to) => A.History(
        A.Migration(1, A.Create("notes", new Column("c", from) { Nullable = true })),
        A.Migration(2, A.Alter("notes", new Column("c", to) { Nullable = true })));
}
