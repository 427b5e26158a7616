using CsCheck;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Tests.Sql;

public class LineEndsTests
{
    private static readonly Gen<string> Between = Gen.OneOfConst("\r\n", "\n", " ", "SELECT ", "1", ", ", "-- it's\r\n", "/* ' */", "; ", "x", "(", ")");
    private static readonly Gen<string> Within = Gen.OneOfConst("a", "\r\n", "\n", "\r", "--", "/*", ";", "GO", "");
    private static readonly Gen<(string Text, bool IsLiteral)> Part = Gen.OneOf(
        Between.Select(t => (t, false)),
        Within.Array[0, 4].Select(t => ("'" + string.Concat(t) + "'", true)));

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "SELECT 1\r\nFROM x", "SELECT 1\nFROM x")]
    [InlineData(DatabaseKind.Sqlite, "SELECT 'a\r\nb'\r\n", "SELECT 'a\r\nb'\n")]
    [InlineData(DatabaseKind.Sqlite, "SELECT 'it''s\r\n'\r\n", "SELECT 'it''s\r\n'\n")]
    [InlineData(DatabaseKind.Sqlite, "-- it's\r\nSELECT 1\r\n", "-- it's\nSELECT 1\n")]
    [InlineData(DatabaseKind.Sqlite, "/* '\r\n' */ SELECT 1", "/* '\n' */ SELECT 1")]
    [InlineData(DatabaseKind.Sqlite, "SELECT 1 AS \"two\r\nlines\"", "SELECT 1 AS \"two\r\nlines\"")]
    [InlineData(DatabaseKind.MySql, "SELECT 'a\\'\r\n'\r\n", "SELECT 'a\\'\r\n'\n")]
    [InlineData(DatabaseKind.MySql, "SELECT \"a\r\n\"\r\n", "SELECT \"a\r\n\"\n")]
    [InlineData(DatabaseKind.MySql, "DELIMITER $$\r\nSELECT 'a\r\n'$$\r\nDELIMITER ;\r\n", "DELIMITER $$\nSELECT 'a\r\n'$$\nDELIMITER ;\n")]
    [InlineData(DatabaseKind.SqlServer, "SELECT N'a\r\nb'\r\nGO\r\n", "SELECT N'a\r\nb'\nGO\n")]
    [InlineData(DatabaseKind.Postgres, "SELECT $x$a\r\nb$x$\r\n", "SELECT $x$a\r\nb$x$\n")]
    [InlineData(DatabaseKind.Postgres, "SELECT E'a\\'\r\n'\r\n", "SELECT E'a\\'\r\n'\n")]
    public void Line_ends_between_the_parts_are_made_one_and_those_inside_literals_stay(DatabaseKind database, string text, string plain) =>
        Assert.Equal(plain, LineEnds.Plain(text, database));

    [Theory]
    [InlineData("CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$\r\nBEGIN\r\nRETURN 'a\r\nb';\r\nEND\r\n$$;\r\n", "CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$\nBEGIN\nRETURN 'a\r\nb';\nEND\n$$;\n")]
    [InlineData("DO $do$\r\nBEGIN\r\nEND\r\n$do$", "DO $do$\nBEGIN\nEND\n$do$")]
    [InlineData("CREATE FUNCTION f() RETURNS text AS $$\r\nreturn `\r\n`\r\n$$ LANGUAGE plv8", "CREATE FUNCTION f() RETURNS text AS $$\r\nreturn `\r\n`\r\n$$ LANGUAGE plv8")]
    public void The_body_of_a_routine_has_parts_and_literals_of_its_own(string text, string plain) => Assert.Equal(plain, LineEnds.Plain(text, DatabaseKind.Postgres));

    [Fact]
    public void Another_checkout_makes_no_difference_but_inside_literals() => Part.Array[0, 12].Sample(parts =>
    {
        var text = string.Concat(parts.Select(p => p.Text));
        var other = string.Concat(parts.Select(p => p.IsLiteral ? p.Text : p.Text.Replace("\r\n", "\n", StringComparison.Ordinal)));

        Assert.Equal(LineEnds.Plain(text, DatabaseKind.Sqlite), LineEnds.Plain(other, DatabaseKind.Sqlite));
        Assert.Equal(parts.Where(p => p.IsLiteral).Sum(p => p.Text.Count(c => c == '\r')), LineEnds.Plain(text, DatabaseKind.Sqlite).Count(c => c == '\r'));
    });
}
