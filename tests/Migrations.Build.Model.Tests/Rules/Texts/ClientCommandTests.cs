using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Texts;

namespace Migrations.Build.Model.Tests.Rules.Texts;

public class ClientCommandTests
{
    [Fact]
    public void It_names_the_command_the_client_and_the_way_out() => Assert.Equal(
        "'\\i' is a command for the client 'psql' and no SQL. The server refuses it, through any driver. "
        + "Do without it: put the text of that file here, or execute it by a call of its own.",
        FindingText.Of(Assert.Single(On(DatabaseKind.Postgres, "\\i functions.sql\nSELECT 1;"))));

    [Theory]
    [InlineData(DatabaseKind.Postgres, "\\connect other")]
    [InlineData(DatabaseKind.Postgres, "SELECT 1 \\gset")]
    [InlineData(DatabaseKind.Postgres, "COPY kinds (id) FROM stdin;\n1\n\\.\n")]
    [InlineData(DatabaseKind.Postgres, "SELECT 1\nGO\nSELECT 2")]
    [InlineData(DatabaseKind.Postgres, "DELIMITER $$\nSELECT 1$$")]
    [InlineData(DatabaseKind.MySql, "SELECT 1 \\G")]
    [InlineData(DatabaseKind.MariaDb, "source other.sql;")]
    [InlineData(DatabaseKind.MySql, "GO")]
    [InlineData(DatabaseKind.SqlServer, ":r other.sql")]
    [InlineData(DatabaseKind.SqlServer, "SELECT 1\n  :setvar x 1")]
    [InlineData(DatabaseKind.SqlServer, "SELECT 1\nGO -- next\nSELECT 2")]
    [InlineData(DatabaseKind.SqlServer, "SELECT 1\nGO 3 -- next\nSELECT 2")]
    [InlineData(DatabaseKind.SqlServer, "SELECT 1\nGO;")]
    [InlineData(DatabaseKind.Sqlite, ".read other.sql")]
    public void A_command_for_a_client_is_found(DatabaseKind database, string text) => Assert.NotEmpty(On(database, text));

    [Theory]
    [InlineData(DatabaseKind.Postgres, "SELECT '\\i x'; -- \\i x\nSELECT E'\\\\', $$\\i x$$")]
    [InlineData(DatabaseKind.Postgres, "COPY kinds FROM '/data/kinds.csv'")]
    [InlineData(DatabaseKind.Postgres, "SELECT\n  go\nFROM x")]
    [InlineData(DatabaseKind.MySql, "DELIMITER $$\nCREATE FUNCTION f() RETURNS INT BEGIN RETURN 1; END$$\nDELIMITER ;\n")]
    [InlineData(DatabaseKind.MySql, "SELECT 'a\\nb', \"\\G\"")]
    [InlineData(DatabaseKind.SqlServer, "SELECT 1\nGO\nSELECT 2\nGO 3\n")]
    [InlineData(DatabaseKind.SqlServer, "SELECT ':r x', geometry::Parse('x')")]
    [InlineData(DatabaseKind.Sqlite, "SELECT a.b, .5, :name")]
    public void Plain_SQL_is_not(DatabaseKind database, string text) => Assert.Empty(On(database, text));

    [Fact]
    public void Down_is_looked_at_too() =>
        Assert.Equal(50, Assert.Single(A.History(A.Migration(1, A.Sql("SELECT 1")).Down(A.Sql("\\i x"))).On(DatabaseKind.Postgres).Found(ClientCommand.Rule)).Place!.Line);

    private static Finding[] On(DatabaseKind database, string text) => A.History(A.Migration(1, A.Sql(text))).On(database).Found(ClientCommand.Rule);
}
