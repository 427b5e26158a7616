using Migrations.Build.Model;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Tests.Reading;

[Collection(ReadingCollection.Name)]
public sealed class ProblemTests
{
    [Fact]
    public void An_Up_that_throws_is_told_at_its_line_and_the_history_goes_on()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class Bad : Migration
            {
                public override void Up()
                {
                    Create.Table("a").WithColumn("id").AsInt32();
                    _ = new[] { 1 }[Zero() + 1]; // here
                }
                public override void Down() { }
                private static int Zero() => 0;
            }
            [Migration(2)] public class Good : AutoReversingMigration { public override void Up() => Create.Table("b").WithColumn("id").AsInt32(); }
            """);
        var read = compiled.Read("sqlite", "postgres");
        var finding = Assert.Single(read.Findings);
        Assert.Equal(("MIG9108", "Bad", compiled.LineOf("here"), 0), (finding.Rule, finding.Class, finding.Place?.Line, finding.Databases.Count));
        Assert.StartsWith("'Up' of migration 'Bad' throws: IndexOutOfRangeException, ", FindingText.Of(finding), StringComparison.Ordinal);
        Assert.Single(read.History.Migrations[1].Scripts[0].Up);
    }

    [Fact]
    public void A_constructor_that_throws_is_told()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                static readonly int Value = int.Parse("x");
                public override void Up() => Execute.Sql($"SELECT {Value}");
                public override void Down() { }
            }
            """);
        Assert.Contains("FormatException", Assert.Single(compiled.Read().Of("MIG9108")).Values[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_on_some_databases_only_names_them()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() => IfDatabase("SQLite", "MySql").Delegate(() => throw new InvalidOperationException("no"));
                public override void Down() { }
            }
            """);
        Assert.Equal(
            [Model.Databases.DatabaseKind.Sqlite, Model.Databases.DatabaseKind.MySql],
            Assert.Single(compiled.Read("sqlite", "postgres", "mysql").Findings).Databases);
    }

    [Theory]
    [InlineData("Update.Table(\"t\").Set(new { n = 1 });", "UpdateData")]
    [InlineData("Create.Index(\"ix\").OnTable(\"t\");", "CreateIndex")]
    [InlineData("Create.ForeignKey(\"fk\").FromTable(\"t\");", "CreateForeignKey")]
    [InlineData("Create.ForeignKey();", "CreateForeignKey")]
    [InlineData("Rename.Table(\"t\");", "RenameTable")]
    [InlineData("Execute.Sql(\"\");", "ExecuteSqlStatement")]
    [InlineData("Delete.Column(\"n\");", "DeleteColumn")]
    public void A_chain_of_calls_that_ends_too_early_is_told_at_its_line(string call, string operation)
    {
        using var compiled = Compiled.From($$"""
            [Migration(1)] public class M : Migration
            {
                public override void Up() { }
                public override void Down()
                {
                    {{call}} // here
                }
            }
            """);
        var finding = Assert.Single(compiled.Read().Findings);
        Assert.Equal(("MIG9109", compiled.LineOf("here"), "'Down'"), (finding.Rule, finding.Place?.Line, finding.Values[0]));
        Assert.Contains("'" + operation, finding.Values[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_of_the_user_is_no_operation_that_anybody_knows()
    {
        using var compiled = Compiled.From("""
            public class Own : FluentMigrator.Expressions.MigrationExpressionBase { public override void ExecuteWith(IMigrationProcessor processor) { } }
            [Migration(1)] public class M : Migration
            {
                public override void Up() { }
                public override void GetUpExpressions(IMigrationContext context) => context.Expressions.Add(new Own());
                public override void Down() { }
            }
            """);
        Assert.IsType<Model.Operations.Opaque>(Assert.Single(compiled.Read().Script().Up).Operation);
    }

    [Fact]
    public void A_complete_chain_of_calls_is_not_told()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration
            {
                public override void Up() { Update.Table("t").Set(new { n = 1 }).AllRows(); Create.Index("ix").OnTable("t").OnColumn("n"); }
                public override void Down() => Delete.Column("n").FromTable("t");
            }
            """);
        Assert.Equal(2, compiled.Read().Silent().Script().Up.Count);
    }

    [Fact]
    public void Code_that_does_not_end_is_named_and_the_rest_is_read()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class Good : Migration { public override void Up() { } public override void Down() { } }
            [Migration(2)] public class Endless : Migration { public override void Up() => System.Threading.Thread.Sleep(-1); public override void Down() { } }
            [Migration(3)] public class Later : Migration { public override void Up() => Execute.Sql("SELECT 1"); public override void Down() { } }
            """);
        var read = Builder.Reading.AssemblyReader.Read(compiled.Request("sqlite") with { TimeLimit = TimeSpan.FromSeconds(1) });
        Assert.True(read.Hung);
        var finding = Assert.Single(read.Findings);
        Assert.Equal(("MIG9104", Items.Of("Endless", "1"), 2L), (finding.Rule, finding.Values, finding.Version));
        Assert.Equal([true, false, true], read.History.Migrations.Select(m => m.IsRead));
        Assert.Single(read.History.Migrations[2].Scripts[0].Up);
    }

    [Fact]
    public void What_a_migration_prints_does_not_reach_standard_output()
    {
        using var compiled = Compiled.From("""
            [Migration(1)] public class M : Migration { public override void Up() => Console.WriteLine("noise"); public override void Down() => Console.Out.WriteLine("noise"); }
            """);
        var (console, heard) = (Console.Out, new StringWriter());
        Console.SetOut(heard);
        try
        {
            compiled.Read().Silent();
            Assert.Empty(heard.ToString());
            Console.Write("back");
            Assert.Equal("back", heard.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    [Fact]
    public void An_assembly_that_is_none_is_told()
    {
        using var compiled = Compiled.From("public class C { }");
        var path = Path.Combine(compiled.Folder, "Broken.dll");
        File.WriteAllText(path, "no assembly");
        var finding = Assert.Single(Builder.Reading.AssemblyReader.Read(compiled.Request("sqlite") with { Assembly = path }).Findings);
        Assert.Equal(("MIG9101", "Broken"), (finding.Rule, finding.Values[0]));
        Assert.Equal("MIG9101", Assert.Single(Builder.Reading.AssemblyReader.Read(compiled.Request("sqlite") with { Assembly = path + ".missing" }).Findings).Rule);
    }

    [Fact]
    public void A_dependency_is_found_in_the_list_of_references_and_told_when_it_is_not()
    {
        using var elsewhere = Compiled.From("public class Shared : System.Attribute { public const string Table = \"t\"; public static string Name => Table; public abstract class Base : Migration { public override void Down() { } } }");
        using var compiled = Compiled.From("public class C { }");
        var library = elsewhere.Assembly;
        compiled.Reference(library).Add("User", "[Migration(1)] public class M : Shared.Base { public override void Up() => Delete.Table(Shared.Name); }");
        Assert.Single(compiled.Read().Silent().Script().Up);

        var finding = Assert.Single(Builder.Reading.AssemblyReader.Read(compiled.Request("sqlite") with { References = Items<string>.Empty }).Of("MIG9101"));
        Assert.Contains(Path.GetFileNameWithoutExtension(library), finding.Values[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("[Serializable] ", true)]
    [InlineData("[Obsolete, Tags(\"a\")] ", false)]
    [InlineData("[Own] ", false)]
    public void A_class_that_cannot_be_loaded_and_is_no_migration_stops_nothing(string attributes, bool isNone)
    {
        using var elsewhere = Compiled.From("public class Gone { }");
        using var compiled = Compiled.From("public class C { }");
        compiled.Reference(elsewhere.Assembly).Add(
            "User",
            $"[Migration(1)] public class M : AutoReversingMigration {{ public override void Up() => Create.Table(\"t\").WithColumn(\"id\").AsInt32(); }} {attributes}public class MyApplication : Gone {{ }} public class OwnAttribute : Attribute {{ }}");
        var read = Builder.Reading.AssemblyReader.Read(compiled.Request("sqlite") with { References = Items<string>.Empty });
        Assert.Equal(isNone, read.Of("MIG9101").Length == 0);
        Assert.Equal("M", Assert.Single(read.History.Migrations).Class);
    }
}
