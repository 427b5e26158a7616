using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Texts;

namespace Migrations.Build.Model.Tests.Rules.Texts;

public class LineBreakInLiteralTests
{
    [Fact]
    public void A_value_over_two_lines_is_told() => Assert.Equal(
        "The value 'Dear customer,… in SQL text goes over the end of a line. Line ends inside a value are data and stay as they are, so that a checkout with others "
        + "stores another value and changes the migration's hash. Write the line end as the engine's function or escape does, or fix the file's line ends in '.gitattributes'.",
        FindingText.Of(Assert.Single(On(DatabaseKind.Sqlite, "INSERT INTO mails (text) VALUES ('Dear customer,\r\nthank you.')"))));

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "INSERT INTO mails (text)\r\nVALUES ('Dear customer, thank you.')", 0)]
    [InlineData(DatabaseKind.Sqlite, "SELECT 1 -- it's\n, 'a'", 0)]
    [InlineData(DatabaseKind.Postgres, "DO $$\nBEGIN\nPERFORM 1;\nEND\n$$", 0)]
    [InlineData(DatabaseKind.Postgres, "DO $$\nBEGIN\nPERFORM 'a\nb';\nEND\n$$", 1)]
    [InlineData(DatabaseKind.Postgres, "SELECT $$\n$$", 1)]
    public void Line_ends_between_the_parts_are_not(DatabaseKind database, string text, int found) => Assert.Equal(found, On(database, text).Length);

    private static Finding[] On(DatabaseKind database, string text) => A.History(A.Migration(1, A.Sql(text))).On(database).Found(LineBreakInLiteral.Rule);
}
