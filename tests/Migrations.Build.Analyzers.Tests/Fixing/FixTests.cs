namespace Migrations.Build.Analyzers.Tests.Fixing;

/// <summary>What the light bulb offers: the finding is gone, none is new, and the code compiles and is formatted.</summary>
public sealed class FixTests
{
    private static readonly string Users = Source.Migration(
        1,
        """Create.Table("Users").WithColumn("Id").AsInt32().PrimaryKey().WithColumn("Email").AsString(200).NotNullable().WithDefaultValue("none").WithColumn("Note").AsString(50).Nullable(); Create.Index("IX_Users_Email").OnTable("Users").OnColumn("Email").Ascending();""",
        """Delete.Table("Users");""",
        attributes: "[Rationale(\"people who use it\")]\n");

    [Fact]
    public void A_missing_Down_is_written_with_what_the_column_was()
    {
        var mended = Of("""
            [Migration(2)]
            public class M2 : Migration
            {
                public override void Up()
                {
                    Delete.Column("Note").FromTable("Users");
                }

                public override void Down()
                {
                }
            }
            """).Fix("MIG0101", "Write Down from the history");

        Assert.Contains("""Alter.Table("Users").AddColumn("Note").AsString(50).Nullable();""", mended.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_cannot_reverse_itself_becomes_one_with_both_bodies()
    {
        var mended = Of("""
            [Migration(2)]
            public class M2 : AutoReversingMigration
            {
                public override void Up()
                {
                    Alter.Column("Note").OnTable("Users").AsString(80).Nullable();
                }
            }
            """).Fix("MIG0103", "Write Down from the history");

        Assert.Contains(": Migration\n", mended.Text(), StringComparison.Ordinal);
        Assert.Contains("""Alter.Column("Note").OnTable("Users").AsString(50).Nullable();""", mended.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MIG0104", """Delete.Column("Note").FromTable("Users"); Delete.Index("IX_Users_Email").OnTable("Users");""", """Alter.Table("Users").AddColumn("Note").AsString(50).Nullable();""")]
    [InlineData("MIG0106", """Delete.Column("Note").FromTable("Users");""", """Alter.Table("Users").AddColumn("Note").AsString(10).Nullable();""")]
    [InlineData("MIG0107", """Create.Table("Orders").WithColumn("Id").AsInt32().PrimaryKey(); Alter.Table("Users").AddColumn("OrderId").AsInt32().Nullable().ForeignKey("FK_O", "Orders", "Id");""", """Delete.Table("Orders"); Delete.ForeignKey("FK_O").OnTable("Users"); Delete.Column("OrderId").FromTable("Users");""")]
    public void A_Down_that_is_not_the_way_back_is_written_anew(string id, string up, string down) => Of(Source.Migration(2, up, down), "postgres").Fix(id, "Write Down from the history");

    [Theory]
    [InlineData("Let 'Phone' take nulls", ".AsString(20).WithDefaultValue(\"\").Nullable()")]
    [InlineData("Make 'Phone' NOT NULL", ".AsString(20).WithDefaultValue(\"\").NotNullable()")]
    public void Nullability_is_stated_in_one_of_two_ways(string title, string expected) =>
        Assert.Contains(expected, Of(Source.Migration(2, """Alter.Table("Users").AddColumn("Phone").AsString(20).WithDefaultValue("");""", """Delete.Column("Phone").FromTable("Users");""")).Fix("MIG0302", title).Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData("""Alter.Table("Users").AddColumn("Phone").AsString(20).NotNullable();""")]
    [InlineData("""Alter.Table("Users").AddColumn("Phone").AsString(20);""")]
    [InlineData("""Create.Column("Phone").OnTable("Users").AsString(20).NotNullable();""")]
    [InlineData("""Alter.Table("Users").AddColumn("Fax").AsString(20).Nullable().AddColumn("Phone").AsString(20).NotNullable();""")]
    [InlineData("""if (Schema.Table("Users").Exists()) Create.Column("Phone").OnTable("Users").AsString(20).NotNullable();""")]
    public void A_required_column_is_added_filled_and_tightened(string up)
    {
        var down = """Delete.Column("Phone").FromTable("Users");""" + (up.Contains("Fax", StringComparison.Ordinal) ? """ Delete.Column("Fax").FromTable("Users");""" : "");
        var text = Of(Source.Migration(2, up, down)).Fix("MIG0301", "Add 'Phone' as nullable").Text();

        Assert.Contains(""".AsString(20).Nullable()""", text, StringComparison.Ordinal);
        Assert.Contains("""Update.Table("Users").Set(new { Phone = "" }).Where(new { Phone = (object)null });""", text, StringComparison.Ordinal);
        Assert.Contains("""Alter.Column("Phone").OnTable("Users").AsString(20).NotNullable();""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tightened_column_is_filled_first()
    {
        var mended = Of("""
            [Migration(2)]
            public class M2 : Migration
            {
                public override void Up() => Alter.Column("Note").OnTable("Users").AsString(50).NotNullable();

                public override void Down() => Alter.Column("Note").OnTable("Users").AsString(50).Nullable();
            }
            """).Fix("MIG0304", "Fill 'Note'");

        Assert.Contains("""Update.Table("Users").Set(new { Note = "" }).Where(new { Note = (object)null });""", mended.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email", ".AsString(250).NotNullable()", ".WithDefaultValue(\"none\")")]
    public void An_alteration_says_again_what_it_would_lose(string column, string said, string again)
    {
        var down = column == "Note" ? ".AsString(50).Nullable()" : ".AsString(200).NotNullable().WithDefaultValue(\"none\")";
        var mended = Fixer.Of(Source.Of(Users, Source.Migration(2, $"""Alter.Column("{column}").OnTable("Users"){said};""", $"""Alter.Column("{column}").OnTable("Users"){down};""")), "mysql").Fix("MIG0303", "Say '" + again);

        Assert.Contains(said + again, mended.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Delete.Column("Note").FromTable("User");""", "Change 'User' to 'Users'")]
    [InlineData("""Delete.Column("Not").FromTable("Users");""", "Change 'Not' to 'Note'")]
    public void An_unknown_name_becomes_the_one_that_is_there(string up, string title)
    {
        var mended = Of(Source.Migration(2, up.Replace("Note", "Note", StringComparison.Ordinal), """Alter.Table("Users").AddColumn("Note").AsString(50).Nullable();""")).Take("MIG0701", title);

        Assert.DoesNotContain(mended.Findings(), d => d.Id == "MIG0701");
    }

    [Theory]
    [InlineData("""Insert.IntoTable("Users").Row(new { Id = 1, Note = DateTime.UtcNow });""", "SystemMethods.CurrentUTCDateTime")]
    [InlineData("""Alter.Table("Users").AddColumn("At").AsDateTime().NotNullable().WithDefaultValue(DateTime.Now);""", ".WithDefault(SystemMethods.CurrentDateTime)")]
    [InlineData("""Alter.Table("Users").AddColumn("Token").AsGuid().NotNullable().WithDefaultValue(Guid.NewGuid());""", ".WithDefault(SystemMethods.NewGuid)")]
    public void A_value_of_the_build_becomes_one_of_the_server(string up, string expected) =>
        Assert.Contains(expected, Of(Source.Migration(2, up, "", baseClass: "Migration")).Take("MIG0313", "Let the server make it").Text(), StringComparison.Ordinal);

    [Fact]
    public void A_breaking_migration_says_so()
    {
        var mended = Of(Source.Migration(2, """Rename.Column("Note").OnTable("Users").To("Remark");""", """Rename.Column("Remark").OnTable("Users").To("Note");""")).Fix("MIG0513", "Say 'BreakingChange = true'");

        Assert.Contains("[Migration(2, BreakingChange = true)]", mended.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Delete.Column("Note").FromTable("Users"); Alter.Table("Users").AddColumn("Notes").AsString(50).Nullable();""")]
    [InlineData("""Create.Column("Notes").OnTable("Users").AsString(50).Nullable(); Delete.Column("Note").FromTable("Users");""")]
    public void A_column_that_is_dropped_and_added_again_is_renamed(string up)
    {
        var text = Of(Source.Migration(2, up, """Delete.Column("Notes").FromTable("Users"); Alter.Table("Users").AddColumn("Note").AsString(50).Nullable();""")).Take("MIG0208", "Rename 'Note' to 'Notes' instead").Text();

        Assert.Contains("""Rename.Column("Note").OnTable("Users").To("Notes");""", text, StringComparison.Ordinal);
        Assert.Contains("""Rename.Column("Notes").OnTable("Users").To("Note");""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AddColumn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete.Column", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_without_a_reason_goes() =>
        Assert.Contains("[Migration(2)]", Of(Source.Migration(2, """Alter.Table("Users").AddColumn("Fax").AsString(5).Nullable();""", """Delete.Column("Fax").FromTable("Users");""").Replace("(2)", "(2, BreakingChange = true)", StringComparison.Ordinal)).Fix("MIG0513", "Leave out").Text(), StringComparison.Ordinal);

    [Fact]
    public void A_second_migration_of_a_version_gets_the_next()
    {
        var mended = Of(Source.Migration(20260131235959, """Create.Table("A").WithColumn("Id").AsInt32().PrimaryKey();""", """Delete.Table("A");""", name: "Abc")
            + Source.Migration(20260131235959, """Create.Table("B").WithColumn("Id").AsInt32().PrimaryKey();""", """Delete.Table("B");""", name: "Bcd")).Fix("MIG1101", "Give it the version '20260201000000'");

        Assert.Contains("[Migration(20260201000000L)]", mended.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_acceptance_that_silences_nothing_goes() =>
        Assert.DoesNotContain("Accept", Of(Source.Migration(2, """Alter.Table("Users").AddColumn("Fax").AsString(5).Nullable();""", """Delete.Column("Fax").FromTable("Users");""", attributes: "[Accept(\"MIG0201\", \"why\")]\n")).Fix("MIG1205", "Remove '[Accept(\"MIG0201\")]'").Text(), StringComparison.Ordinal);

    [Fact]
    public void Any_finding_can_be_accepted_with_a_reason_that_a_person_writes()
    {
        var mended = Of(Source.Migration(2, """Delete.Column("Note").FromTable("Users");""", """Alter.Table("Users").AddColumn("Note").AsString(50).Nullable();""")).Take("MIG0202", "Accept MIG0202 here");

        Assert.Contains("[Accept(\"MIG0202\", \"\")]", mended.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MIG1201", "Say why the migration exists", "[Rationale(\"\")]")]
    [InlineData("MIG0101", "State that there is no way back", "[ForwardOnly(\"\")]")]
    [InlineData("MIG1209", "Declare what its opaque steps touch", "[Touches(\"\")]")]
    public void What_a_person_has_to_say_is_begun(string id, string title, string expected) =>
        Assert.Contains(expected, Of(Source.Migration(2, """Delete.Column("Note").FromTable("Users"); Execute.WithConnection((connection, transaction) => { });""", "")).Take(id, title).Text(), StringComparison.Ordinal);

    [Fact]
    public void Every_missing_Down_is_written_at_once()
    {
        var text = Of(Source.Migration(2, """Delete.Column("Note").FromTable("Users");""", "") + Source.Migration(3, """Create.Table("A").WithColumn("Id").AsInt32().PrimaryKey();""", "")).TakeAll("MIG0101", "Write Down").Text();

        Assert.Contains("""AddColumn("Note")""", text, StringComparison.Ordinal);
        Assert.Contains("""Delete.Table("A");""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_of_a_chain_is_stated_at_once()
    {
        var mended = Of(Source.Migration(
            2,
            """Alter.Table("Users").AddColumn("A").AsString(20).WithDefaultValue("").AddColumn("B").AsString(20).WithDefaultValue("");""",
            """Delete.Column("A").FromTable("Users"); Delete.Column("B").FromTable("Users");""")).TakeAll("MIG0302", "Make 'A' NOT NULL");

        Assert.DoesNotContain(mended.Findings(), d => d.Id == "MIG0302");
    }

    [Fact]
    public void The_page_about_the_editor_lists_every_rule_that_a_fix_mends()
    {
        var page = File.ReadAllText(Path.Combine(Source.Root(), "src", "Migrations.Build.Analyzers", "EDITOR.md"));
        var listed = System.Text.RegularExpressions.Regex.Matches(page[..page.IndexOf("## In the editor", StringComparison.Ordinal)], "MIG([0-9]{4})(?: to MIG([0-9]{4}))?")
            .SelectMany(m => Enumerable.Range(int.Parse(m.Groups[1].Value), m.Groups[2].Success ? int.Parse(m.Groups[2].Value) - int.Parse(m.Groups[1].Value) + 1 : 1)).Distinct().Order();

        Assert.Equal(Fixer.Mended.Select(id => int.Parse(id[3..])).Order(), listed);
    }

    private static Fixer Of(string migration, string databases = "sqlite") => Fixer.Of(Source.Of(Users, migration), databases);
}
