using Migrations.Build.Analyzers.Tests.Live;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Analyzers.Tests.Reading;

/// <summary>Where source does not say which way is taken, or there is too much of it, the reader says that it does not know; it never leaves a step out.</summary>
public sealed class ForkTests
{
    private const string Many = "for (var i = 0; i < 9000; i++) { var a = i + 1; var b = a * 2 + i; var c = b - a + i * 3; var d = a + b + c; if (d < 0) { a = d + b; } }";
    private const string Later = """Create.Table("Later").WithColumn("Id").AsInt32().PrimaryKey();""";

    public static TheoryData<string> Undecided =>
    [
        """var x = Environment.ProcessId > 0 ? (object)Create.Table("A").WithColumn("Id").AsInt32() : null;""",
        """var x = Environment.ProcessId > 0 ? null : (object)Create.Table("A").WithColumn("Id").AsInt32();""",
        """var x = Environment.ProcessId switch { 0 => null, 1 => (object)Create.Table("A").WithColumn("Id").AsInt32(), _ => Create.Table("B").WithColumn("Id").AsInt32() };""",
        """var x = Environment.ProcessId switch { > 0 => (object)Create.Table("A").WithColumn("Id").AsInt32(), _ => null };""",
        """var x = (object)Environment.GetEnvironmentVariable("PATH") ?? Create.Table("A").WithColumn("Id").AsInt32();""",
        """bool Make() { Create.Table("A").WithColumn("Id").AsInt32(); return true; } var x = Environment.ProcessId < 0 && Make();""",
        """bool Make() { Create.Table("A").WithColumn("Id").AsInt32(); return true; } var x = Environment.ProcessId < 0 || Make();""",
    ];

    public static TheoryData<string> Decided =>
    [
        """var x = 1 > 0 ? (object)Create.Table("A").WithColumn("Id").AsInt32() : null;""",
        """var x = Schema.Table("T").Exists() ? (object)Create.Table("A").WithColumn("Id").AsInt32() : Create.Table("B").WithColumn("Id").AsInt32();""",
        """var x = 2 switch { 1 => null, 2 => (object)Create.Table("A").WithColumn("Id").AsInt32(), _ => Create.Table("B").WithColumn("Id").AsInt32() };""",
        """var x = (object)null ?? Create.Table("A").WithColumn("Id").AsInt32();""",
        """var size = Environment.ProcessId > 0 ? 20 : 20; Create.Table("A").WithColumn("Name").AsString(size);""",
    ];

    [Theory]
    [MemberData(nameof(Undecided))]
    public void A_step_on_one_of_two_ways_that_source_does_not_decide_is_not_left_out(string body)
    {
        var source = Source.Up(body);

        Assert.Empty(Parity.Differences(source.Read(), source.Build()));
        Assert.Contains(source.Read().Migrations[0].Scripts[0].Up, s => s.Operation is Opaque);
    }

    [Theory]
    [MemberData(nameof(Decided))]
    public void A_way_that_source_or_the_schema_decides_is_read_exactly(string body)
    {
        var source = Source.Up(body);

        Assert.All(Parity.Judged(source.Read(), source.Build()), j => Assert.Equal(Verdict.Exact, j.Verdict));
    }

    [Fact]
    public void What_follows_more_than_can_be_read_is_unknown_and_no_later_line_is_blamed_for_it()
    {
        var use = Source.Migration(2, """Create.Column("Name").OnTable("Later").AsString(20).Nullable();""", """Delete.Column("Name").FromTable("Later");""");
        var compilation = Source.Of(Source.Migration(1, Many + Later), use);

        Assert.Equal("there is too much to follow", Assert.IsType<Opaque>(compilation.Read().Migrations[0].Scripts[0].Up[^1].Operation).Why);
        Assert.DoesNotContain(Host.Whole(compilation.Compilation), d => d.Id == "MIG0701");
    }

    [Fact]
    public void What_precedes_a_loop_that_can_be_read_is_known_and_so_is_what_follows()
    {
        var source = Source.Up(Many.Replace("9000", "20", StringComparison.Ordinal) + Later);

        Assert.IsType<CreateTable>(Assert.Single(source.Read().Migrations[0].Scripts[0].Up).Operation);
    }

    [Theory]
    [InlineData("""if (Environment.ProcessId > 0) return "Users"; throw new InvalidOperationException();""", false)]
    [InlineData("""if (Environment.ProcessId > 0) throw new InvalidOperationException(); return "Users";""", false)]
    [InlineData("""if (Environment.ProcessId < 0) throw new ArgumentException(); if (Environment.ProcessId > 0) return "Users"; throw new InvalidOperationException();""", false)]
    [InlineData("""if (Environment.ProcessId > 0) throw new ArgumentException(); throw new InvalidOperationException();""", true)]
    [InlineData("""throw new InvalidOperationException();""", true)]
    public void A_helper_that_throws_on_one_of_its_ways_does_not_always_throw(string helper, bool throws)
    {
        var source = Source.Of(
            Source.Migration(1, """Create.Table("Users").WithColumn("Id").AsInt32().PrimaryKey();""", """Delete.Table("Users");"""),
            "public static class Names { public static string Of(string name) { " + helper + " } }",
            Source.Migration(2, """Create.Column("Note").OnTable("Users").AsString(20).Nullable();""", """Delete.Column("Note").FromTable(Names.Of("Users"));"""));

        Assert.Equal(throws, Host.Whole(source.Compilation).Any(d => d.Id == "MIG0101"));
    }
}
