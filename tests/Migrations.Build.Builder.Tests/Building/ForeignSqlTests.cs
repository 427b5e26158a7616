using System.Text;
using Migrations.Build.Builder.Tests.Reading;
using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Builder.Tests.Building;

/// <summary>Projects in whose databases SQLite is not, or whose SQL it does not take.</summary>
[Collection(ReadingCollection.Name)]
public sealed class ForeignSqlTests
{
    private const string Items = """
        [Migration(1), Rationale("to have it")] public class Items : AutoReversingMigration
        {
            public override void Up() => Create.Table("items").WithColumn("id").AsInt32().PrimaryKey().WithColumn("name").AsString(50).Nullable().WithColumn("made").AsDateTime().Nullable();
        }
        """;

    private const string Later = """
        [Migration(4), Rationale("to have it")] public class Later : AutoReversingMigration
        {
            public override void Up() => Create.Column("kind").OnTable("items").AsString(10).Nullable();
        }
        """;

    private const string MadeByHand = """
        [Migration(1), ForwardOnly("old")] public class MakeGoods : Migration
        {
            public override void Up() => Execute.Sql("CREATE TABLE goods (id text PRIMARY KEY, name text, made timestamptz DEFAULT now())");
            public override void Down() { }
        }
        [Migration(2, BreakingChange = true), ForwardOnly("old")] public class DropName : Migration
        {
            public override void Up() => Delete.Column("name").FromTable("goods");
            public override void Down() { }
        }
        """;

    [Theory]
    [InlineData("Execute.Sql(\"CREATE EXTENSION IF NOT EXISTS citext\")")]
    [InlineData("Execute.Sql(\"UPDATE items SET name = initcap(name::text) WHERE made < now()\")")]
    [InlineData("IfDatabase(\"PostgreSQL\").Execute.Sql(\"UPDATE items SET name = initcap(name::text) WHERE made < now()\")")]
    public async Task SQL_of_the_only_engine_is_not_proved_and_the_rest_is(string statement)
    {
        using var project = Project.From(Items + Migration(statement) + Later);
        project.Write(".globalconfig", Quiet);
        var (code, said) = await project.RunAsync("build", "database=postgres", "editorconfig=" + Path.Combine(Path.GetDirectoryName(project.Releases)!, ".globalconfig"));
        Assert.True(code == 0, string.Join('\n', said.Select(s => string.Join(' ', s))));
        Assert.Contains(said, s => s[1] == "MIG9208");
        var proofs = Encoding.UTF8.GetString(project.Bundle.Part(PartNames.Verification)!);
        Assert.Equal(3, proofs.Split("\"up\": ").Length - 1);
        Assert.Equal(2, proofs.Split("\"up\": \"proved\"").Length - 1);
    }

    [Fact]
    public async Task The_same_fails_where_SQLite_is_among_the_databases()
    {
        using var project = Project.From(Items + Migration("Execute.Sql(\"UPDATE items SET name = initcap(name::text) WHERE made < now()\")"));
        var (code, said) = await project.RunAsync("build", "database=postgres", "database=sqlite");
        Assert.Equal(1, code);
        Assert.Contains(said, s => s[0] == "error" && s[1] == "MIG9201");
    }

    [Theory]
    [InlineData("postgres", 0, "MIG9208")]
    [InlineData("sqlite", 1, "MIG0811")]
    public async Task A_table_that_SQLite_does_not_make_ends_no_builder(string database, int expected, string rule)
    {
        using var project = Project.From(MadeByHand);
        project.Write(".globalconfig", Quiet);
        var (code, said) = await project.RunAsync("build", "database=" + database, "editorconfig=" + Path.Combine(Path.GetDirectoryName(project.Releases)!, ".globalconfig"));
        Assert.True(code == expected && said.Any(s => s[1] == rule), string.Join('\n', said.Select(s => string.Join(' ', s))));
    }

    private static string Quiet => "is_global = true\n" + string.Concat(new[] { "0202", "0206", "0702", "0703", "0112", "1202" }.Select(r => $"dotnet_diagnostic.MIG{r}.severity = none\n"));

    private static string Migration(string statement) => $$"""
        [Migration(3), ForwardOnly("old")] public class Own : Migration
        {
            public override void Up() => {{statement}};
            public override void Down() { }
        }
        """;
}
