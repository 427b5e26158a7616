using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class RepetitionTests
{
    [Theory]
    [InlineData("Guid.NewGuid()", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("DateTime.UtcNow", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("DateTime.UtcNow.Ticks", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("new DateTime(2024, 6, 1, 12, 0, 0, DateTimeKind.Utc).ToLocalTime()", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("1.5.ToString()", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("\"TITLE\".ToLower()", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("Environment.GetEnvironmentVariable(\"MIGRATIONS_BUILD_TESTS\")", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("Environment.CurrentDirectory", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("Random.Shared.NextInt64()", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("ConnectionString.Length", "value of column 'v' of 'InsertRows' on 't'")]
    [InlineData("++Count", "value of column 'v' of 'InsertRows' on 't'")]
    public void A_value_that_another_reading_would_not_give_is_told(string value, string part)
    {
        Environment.SetEnvironmentVariable("MIGRATIONS_BUILD_TESTS", "here");
        using var compiled = Compiled.From(Source($"Insert.IntoTable(\"t\").Row(new {{ id = 1, v = {value} }});"));
        var finding = Assert.Single(compiled.Read("sqlite", "postgres").Findings);
        Assert.Equal(("MIG1108", compiled.LineOf("here"), Severity.Error), (finding.Rule, finding.Place?.Line, finding.Severity));
        Assert.Equal($"Up gave another {part} each time", finding.Values[1]);
    }

    [Theory]
    [InlineData("Guid.Parse(\"11111111-2222-3333-4444-555555555555\")")]
    [InlineData("new DateTime(2024, 6, 1)")]
    [InlineData("1.5.ToString(CultureInfo.InvariantCulture)")]
    [InlineData("\"TITLE\".ToLowerInvariant()")]
    [InlineData("new Random(42).Next()")]
    [InlineData("SystemMethods.CurrentUTCDateTime")]
    public void A_value_that_is_the_same_each_time_is_not_told(string value)
    {
        using var compiled = Compiled.From(Source($"Insert.IntoTable(\"t\").Row(new {{ id = 1, v = {value} }});"));
        compiled.Read("sqlite", "postgres").Silent();
    }

    [Theory]
    [InlineData("Create.Table(\"t\").WithColumn(\"id\").AsInt32().WithDefaultValue(Guid.NewGuid().ToString());", "Up gave another default of column 'id' of 'CreateTable' on 't' each time")]
    [InlineData("Execute.Sql(\"SELECT \" + DateTime.UtcNow.Ticks);", "Up gave another text of 'RawSql' each time")]
    [InlineData("if (++Count % 2 == 1) Delete.Table(\"t\"); else Delete.Column(\"a\").FromTable(\"t\");", "Up gave another operation ('DropTable' and 'DropColumn') each time")]
    [InlineData("for (var i = 0; i < Count; i++) Delete.Table(\"t\"); Count++; Delete.Table(\"u\"); Delete.Table(\"v\");", "Up gave another table of 'DropTable' on 'u' each time")]
    [InlineData("Delete.Table(\"t\"); if (Count++ > 0) Delete.Table(\"u\");", "Up gave 1 operations and then 2")]
    [InlineData("if (Count++ > 0) throw new InvalidOperationException(\"no\");", "Up gave an exception in only one of two readings (InvalidOperationException, no)")]
    public void Other_differences_name_the_operation(string code, string what)
    {
        using var compiled = Compiled.From(Source(code));
        Assert.Equal(what, Assert.Single(compiled.Read().Of("MIG1108")).Values[1]);
    }

    [Fact]
    public void A_file_of_the_working_folder_is_told()
    {
        using var compiled = Compiled.From(Source("Execute.Sql(File.ReadAllText(\"up.txt\"));"));
        File.WriteAllText(Path.Combine(compiled.Folder, "up.txt"), "SELECT 1");
        Assert.Contains("FileNotFoundException", Assert.Single(compiled.Read().Of("MIG1108")).Values[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_Down_that_differs_is_told_as_such()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() { }
                public override void Down() => Execute.Sql("SELECT '" + Guid.NewGuid() + "'"); // here
            }
            """);
        var finding = Assert.Single(compiled.Read().Findings);
        Assert.Equal(("Down gave another text of 'RawSql' each time", compiled.LineOf("here")), (finding.Values[1], finding.Place?.Line));
    }

    [Fact]
    public void A_question_to_the_schema_gets_the_same_answer_again()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class A : AutoReversingMigration { public override void Up() => Create.Table("t").WithColumn("id").AsInt32(); }
            [Migration(2)] public class B : Migration
            {
                public override void Up() { if (Schema.Table("t").Exists()) Execute.Sql("SELECT 1"); }
                public override void Down() { if (Schema.Table("t").Exists()) Execute.Sql("SELECT 2"); }
            }
            """);
        compiled.Read("postgres", "sqlite").Silent();
    }

    [Fact]
    public void Afterwards_the_process_is_as_it_was()
    {
        var before = (Environment.CurrentDirectory, TimeZoneInfo.Local.Id, Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable("TZ"), Environment.GetEnvironmentVariables().Count);
        using var compiled = Compiled.From(Source(""));
        compiled.Read().Silent();
        Assert.Equal(before, (Environment.CurrentDirectory, TimeZoneInfo.Local.Id, Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable("TZ"), Environment.GetEnvironmentVariables().Count));
    }

    private static string Source(string code) => $$"""
        [Migration(1)] public class M : Migration
        {
            private static int Count;
            public override void Up()
            {
                {{code}} // here
            }
            public override void Down() { _ = Count; }
        }
        """;
}
