using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Tests.Findings;

public class FindingTextTests
{
    [Fact]
    public void Values_stand_where_the_message_wants_them() => Assert.Equal(
        "Migration 'M1' cannot be applied: no such table: x. A release would fail there too. Correct its Up.",
        FindingText.Of(new Finding("MIG9201", Items.Of("M1", "no such table: x"))));

    [Fact]
    public void A_part_for_a_further_value_shows_when_the_value_is_there() => Assert.Equal(
        "Migration 'M1' cannot be applied: no such table: x. The statement is 'drop table {x}'. A release would fail there too. Correct its Up.",
        FindingText.Of(new Finding("MIG9201", Items.Of("M1", "no such table: x.", "drop table {x}"))));

    [Theory]
    [InlineData("it cannot be loaded.\nThe file is not there.\r\n")]
    [InlineData("\r\n it cannot be loaded. \r\n\r\nThe file is not there.")]
    [InlineData("it cannot be loaded.\rThe file is not there")]
    public void A_finding_is_one_line_whatever_an_exception_says(string said) => Assert.Equal(
        "Assembly 'A' cannot be read: it cannot be loaded. The file is not there. No bundle is built. Restore and build the project again.",
        FindingText.Of(new Finding("MIG9101", Items.Of("A", said))));

    [Fact]
    public void The_databases_are_named_when_a_finding_is_about_some() => Assert.EndsWith(
        " This holds for MySQL and MariaDB.",
        FindingText.Of(new Finding("MIG0201", Items.Of("t")) { Databases = Items.Of(DatabaseKind.MySql, DatabaseKind.MariaDb) }),
        StringComparison.Ordinal);

    [Fact]
    public void A_text_begins_with_a_capital() => Assert.StartsWith("Table 'x' is not there", FindingText.Of(new Finding("MIG0701", Items.Of("table", "x", "Up", ""))), StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_is_not_in_the_book_is_our_own_mistake() => Assert.Throws<ArgumentException>(() => FindingText.Of(new Finding("MIG0000", Items<string>.Empty)));
}
