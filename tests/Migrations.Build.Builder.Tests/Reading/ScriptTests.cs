using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class ScriptTests
{
    [Fact]
    public void Tokens_are_replaced_in_every_kind_of_text()
    {
        using var compiled = Compiled.From(
            """
            [Migration(1)] public class M : Migration
            {
                private static readonly Dictionary<string, string> Tokens = new() { ["table"] = "people" };
                public override void Up()
                {
                    Execute.Sql("DELETE FROM $(table) WHERE x = '$$((table))' AND y = '$(other)'", Tokens);
                    Execute.Script("up.sql", Tokens);
                    Execute.EmbeddedScript("inside.sql", Tokens);
                    Execute.Sql("SELECT '$(table)'");
                }
                public override void Down() { }
            }
            """,
            resources: ("Some.Space.inside.sql", "SELECT 3 FROM $(table)"));
        File.WriteAllText(Path.Combine(compiled.Folder, "up.sql"), "SELECT 2 FROM $(table)");
        Assert.Equal(
            [
                new RawSql("DELETE FROM people WHERE x = '$(table)' AND y = '$(other)'", SqlSource.Statement),
                new RawSql("SELECT 2 FROM people", SqlSource.Script) { Origin = "up.sql" },
                new RawSql("SELECT 3 FROM people", SqlSource.Embedded) { Origin = "inside.sql" },
                new RawSql("SELECT '$(table)'", SqlSource.Statement),
            ],
            compiled.Read().Silent().Script().Up.Operations());
    }

    [Fact]
    public void A_script_is_looked_up_from_the_project_with_either_slash()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration { public override void Up() => Execute.Script(@"sql\deep\up.sql"); public override void Down() => Execute.Script("sql/deep/down.sql"); }
            """);
        Directory.CreateDirectory(Path.Combine(compiled.Folder, "sql", "deep"));
        File.WriteAllText(Path.Combine(compiled.Folder, "sql", "deep", "up.sql"), "SELECT 1");
        File.WriteAllText(Path.Combine(compiled.Folder, "sql", "deep", "down.sql"), "SELECT 2");
        var script = compiled.Read().Silent().Script();
        Assert.Equal(new RawSql("SELECT 1", SqlSource.Script) { Origin = "sql/deep/up.sql" }, Assert.Single(script.Up).Operation);
        Assert.Equal(new RawSql("SELECT 2", SqlSource.Script) { Origin = "sql/deep/down.sql" }, Assert.Single(script.Down).Operation);
    }

    [Theory]
    [InlineData("Execute.Script(\"none.sql\");")]
    [InlineData("Execute.EmbeddedScript(\"none.sql\");")]
    [InlineData("Execute.EmbeddedScript(\"twice.sql\");")]
    public void A_script_that_cannot_be_read_is_told_at_its_line(string call)
    {
        using var compiled = Compiled.From(
            $$"""
            [Migration(1)] public class M : Migration
            {
                public override void Up()
                {
                    {{call}} // here
                }
                public override void Down() { }
            }
            """,
            resources: [("a.twice.sql", "SELECT 1"), ("b.twice.sql", "SELECT 1")]);
        var finding = Assert.Single(compiled.Read().Findings);
        Assert.Equal(("MIG9110", compiled.LineOf("here")), (finding.Rule, finding.Place?.Line));
    }

    [Fact]
    public void Scripts_that_are_found_by_version_class_and_database_are_read()
    {
        using var compiled = Compiled.From(
            "[Migration(7)] public class Auto(IEnumerable<IEmbeddedResourceProvider> providers) : AutoScriptMigration(providers);",
            resources:
            [
                ("N.Scripts.Up.7_Auto_SQLite.sql", "SELECT 'sqlite'"), ("N.Scripts.Up.7_Auto_Generic.sql", "SELECT 'generic'"),
                ("N.Scripts.Down.7_Auto_Generic.sql", "SELECT 'down'"),
            ]);
        var migration = compiled.Read("sqlite", "postgres").Silent().One();
        Assert.Equal(["SELECT 'sqlite'", "SELECT 'generic'"], migration.Scripts.Select(s => Assert.IsType<RawSql>(Assert.Single(s.Up).Operation).Text));
        Assert.All(migration.Scripts, s => Assert.Equal((DownKind.Written, 1), (s.DownKind, s.Down.Count)));
    }

    [Fact]
    public void Without_a_script_for_Down_such_a_migration_throws_at_rollback_and_without_one_for_Up_it_is_told()
    {
        using var compiled = Compiled.From(
            """
            [Migration(7)] public class Auto(IEnumerable<IEmbeddedResourceProvider> providers) : AutoScriptMigration(providers);
            [Migration(8)] public class Bare(IEnumerable<IEmbeddedResourceProvider> providers) : AutoScriptMigration(providers);
            """,
            resources: ("Scripts.Up.7_Auto_Generic.sql", "SELECT 1"));
        var read = compiled.Read();
        Assert.Equal(DownKind.Throws, read.History.Migrations[0].For(DatabaseKind.Sqlite)!.DownKind);
        Assert.Equal(("MIG9110", "Bare"), (Assert.Single(read.Findings).Rule, read.Findings[0].Class));
    }

    [Fact]
    public void Line_ends_are_made_one_for_each_database_but_inside_values()
    {
        using var compiled = Compiled.From(
            """
            [Migration(1)] public class M : Migration
            {
                public override void Up()
                {
                    Execute.EmbeddedScript("up.sql");
                    Execute.Sql("SELECT \"a\r\n\"\r\n");
                }
                public override void Down() { }
            }
            """,
            resources: ("up.sql", "SELECT 'a\r\nb'\r\nFROM x"));
        var migration = compiled.Read("sqlite", "mysql").Silent().One();

        Assert.Equal(["SELECT 'a\r\nb'\nFROM x", "SELECT \"a\r\n\"\n"], Assert.Single(migration.Scripts).Up.Operations().Cast<RawSql>().Select(o => o.Text));
    }

    [Fact]
    public void A_script_in_another_encoding_has_characters_that_cannot_be_read()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration { public override void Up() => Execute.Script("up.sql"); public override void Down() { } }
            """);
        File.WriteAllBytes(Path.Combine(compiled.Folder, "up.sql"), System.Text.Encoding.Latin1.GetBytes("SELECT 'Zürich'"));

        Assert.Equal("SELECT 'Z\ufffdrich'", ((RawSql)Assert.Single(compiled.Read().Silent().Script().Up).Operation).Text);
    }
}
