using CsCheck;
using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Tests.Schemas;

public sealed class NamesTests
{
    private const string Letters = "aAzZ_0éÉäÄßſkK\u212AıİiIж Ж";

    [Fact]
    public void Names_are_the_same_where_SQLite_finds_one_column_by_the_other()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Gen.Select(Gen.Char[Letters].Array[1, 3], Gen.Char[Letters].Array[1, 3]).Sample(
            (a, b) =>
            {
                var (one, other) = (new string(a), new string(b));
                var same = Takes(connection, $"SELECT main.t.\"{other}\" FROM (SELECT 1) x, main.t", one);
                Assert.Equal(same, Dialect.Of(DatabaseKind.Sqlite).Names.Equals(one, other));
                Assert.Equal(same, AsciiComparer.IgnoreCase.Compare(one, other) == 0);
                Assert.Equal(same, AsciiComparer.Upper(one) == AsciiComparer.Upper(other));
                Assert.True(!same || AsciiComparer.IgnoreCase.GetHashCode(one) == AsciiComparer.IgnoreCase.GetHashCode(other));
                Assert.Equal(Math.Sign(AsciiComparer.IgnoreCase.Compare(one, other)), -Math.Sign(AsciiComparer.IgnoreCase.Compare(other, one)));
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public void Nothing_comes_before_a_name_and_no_name_is_nothing()
    {
        Assert.True(AsciiComparer.IgnoreCase.Compare(null, "a") < 0);
        Assert.True(AsciiComparer.IgnoreCase.Compare("a", null) > 0);
        Assert.True(AsciiComparer.IgnoreCase.Equals(null, null));
        Assert.False(AsciiComparer.IgnoreCase.Equals("a", null));
    }

    private static bool Takes(SqliteConnection connection, string query, string column)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP TABLE IF EXISTS t; CREATE TABLE t (\"{column}\"); {query}";
        try
        {
            command.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
