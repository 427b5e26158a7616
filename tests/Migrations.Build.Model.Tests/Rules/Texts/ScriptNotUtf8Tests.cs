using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Texts;

namespace Migrations.Build.Model.Tests.Rules.Texts;

public class ScriptNotUtf8Tests
{
    [Fact]
    public void A_character_that_could_not_be_read_is_told_with_its_word() => Assert.Equal(
        "Script 'towns.sql' is not saved as UTF-8: 'Z\ufffdrich' holds characters that cannot be read. FluentMigrator reads scripts as UTF-8 and puts '\ufffd' in their place, "
        + "which would reach the database. Save the file as UTF-8.",
        FindingText.Of(Assert.Single(Found("INSERT INTO towns (name) VALUES ('Z\ufffdrich')", "towns.sql"))));

    [Theory]
    [InlineData("INSERT INTO towns (name) VALUES ('Zürich')", "towns.sql")]
    [InlineData("-- Z\ufffdrich\nINSERT INTO towns (name) VALUES ('Bern')", "towns.sql")]
    [InlineData("INSERT INTO towns (name) VALUES ('\ufffd')", null)]
    public void Characters_that_could_be_read_comments_and_statements_in_code_are_not(string text, string? origin) => Assert.Empty(Found(text, origin));

    private static Finding[] Found(string text, string? origin) => A.History(A.Migration(1, new RawSql(text, SqlSource.Embedded) { Origin = origin })).Found(ScriptNotUtf8.Rule);
}
