using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Migrations.Build.Analyzers.Live;
using Migrations.Build.Analyzers.Reading.Migrations;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Analyzers.Tests.Live;

/// <summary>What a developer sees while typing, and in the build's output.</summary>
public sealed class AnalyzerTests
{
    // Summaries, SetExistingRowsTo and what a value comes from are gone in the assembly.
    private static readonly string[] OnlyInSource = ["MIG0307", "MIG0313", "MIG1201"];

    private static readonly string Users = Source.Migration(1, """Create.Table("Users").WithColumn("Id").AsInt32().PrimaryKey().WithColumn("Email").AsString(200).NotNullable();""", """Delete.Table("Users");""", attributes: "[Rationale(\"whom we write to\")] ");
    private static readonly string Drop = Source.Migration(2, """Delete.Column("Email").FromTable("Users");""", """Create.Column("Email").OnTable("Users").AsString(100).NotNullable();""");

    [Fact]
    public void A_finding_names_what_an_earlier_file_made_and_stands_at_the_call()
    {
        var compilation = Source.Of(Users, Drop).Compilation;

        var found = Host.Whole(compilation, "postgres");

        var drift = Assert.Single(found, d => d.Id == "MIG0106");
        Assert.Contains("'Users.Email'", drift.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("/_/F1.cs", drift.Location.SourceTree!.FilePath);
        Assert.StartsWith("Column", drift.Location.SourceTree.GetText().ToString(drift.Location.SourceSpan), StringComparison.Ordinal);
        Assert.Contains(found, d => d.Id == "MIG0202" && d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan) == "Column");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("FALSE", false)]
    [InlineData(null, false)]
    public void It_speaks_only_where_the_build_files_of_the_package_are_and_do_not_switch_it_off(string? enabled, bool speaks) =>
        Assert.Equal(speaks, Host.Enabled(Source.Of(Users, Drop).Compilation, enabled).Any());

    [Fact]
    public void An_editor_shows_the_findings_of_the_open_document_and_of_no_other()
    {
        var compilation = Source.Of(Users, Drop).Compilation;

        Assert.Empty(Host.Open(compilation, compilation.SyntaxTrees[0]));
        Assert.Equal(Host.Whole(compilation).Select(d => d.ToString()).Order(), Host.Open(compilation, compilation.SyntaxTrees[1]).Select(d => d.ToString()).Order());
    }

    [Theory]
    [InlineData("/_/Scripts/Drop.sql", "DROP TABLE Users;", "Drop.sql", true)]
    [InlineData("/_/Scripts/Drop.sql", "DROP TABLE Users;", "scripts.drop.sql", true)]
    [InlineData("/_/Scripts/Drop.sql", "DELETE FROM Users WHERE Id = 1;", "Drop.sql", false)]
    [InlineData("/_/Scripts/Drop.sql", "DROP TABLE $(table);", "Drop.sql", false)]
    [InlineData("/_/Scripts/BackDrop.sql", "DROP TABLE Users;", "Drop.sql", false)]
    public void An_embedded_script_is_judged_as_the_text_that_it_is(string path, string text, string name, bool drops)
    {
        var compilation = Source.Of(Users, Source.Migration(2, $"""Execute.EmbeddedScript("{name}");""", "")).Compilation;

        var found = Host.Whole(compilation, scripts: (path, text));

        Assert.Equal(drops, found.Any(d => d.Id == "MIG0201"));
        Assert.Equal(text.Contains("$(", StringComparison.Ordinal) || path.Contains("Back", StringComparison.Ordinal), found.Any(d => d.Id == "MIG1209"));
    }

    [Fact]
    public void A_script_of_which_the_name_fits_two_files_is_not_guessed_and_an_edit_of_one_is_seen()
    {
        var compilation = Source.Of(Users, Source.Migration(2, """Execute.EmbeddedScript("Drop.sql");""", "")).Compilation;

        Assert.DoesNotContain(Host.Whole(compilation, scripts: [("/_/A/Drop.sql", "DROP TABLE Users;"), ("/_/B/Drop.sql", "DROP TABLE Users;")]), d => d.Id == "MIG0201");
        Assert.Contains(Host.Whole(compilation, scripts: ("/_/A/Drop.sql", "DROP TABLE Users;")), d => d.Id == "MIG0201");
        Assert.DoesNotContain(Host.Whole(compilation, scripts: ("/_/A/Drop.sql", "SELECT 1;")), d => d.Id == "MIG0201");
    }

    [Fact]
    public void An_edit_of_an_earlier_file_changes_what_a_later_one_is_told()
    {
        var before = Source.Of(Users, Drop).Compilation;
        Assert.Contains(Host.Open(before, before.SyntaxTrees[1], "postgres"), d => d.Id == "MIG0106");

        var edited = CSharpSyntaxTree.ParseText(before.SyntaxTrees[0].ToString().Replace("AsString(200)", "AsString(100)", StringComparison.Ordinal), (CSharpParseOptions)before.SyntaxTrees[0].Options, before.SyntaxTrees[0].FilePath);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], edited);

        Assert.DoesNotContain(Host.Open(after, after.SyntaxTrees[1], "postgres"), d => d.Id == "MIG0106");
        Assert.Contains(Host.Open(before, before.SyntaxTrees[1], "postgres"), d => d.Id == "MIG0106");
    }

    [Fact]
    public void An_edit_of_a_helper_in_another_file_is_seen()
    {
        var helper = "public static class Names { public const string Column = \"Email\"; public static int Size() => 200; }";
        var drop = Source.Migration(2, """Delete.Column(Names.Column).FromTable("Users");""", """Create.Column(Names.Column).OnTable("Users").AsString(Names.Size()).NotNullable();""");
        var before = Source.Of(Users, drop, helper).Compilation;
        Assert.DoesNotContain(Host.Open(before, before.SyntaxTrees[1], "postgres"), d => d.Id == "MIG0106");

        var edited = CSharpSyntaxTree.ParseText(before.SyntaxTrees[2].ToString().Replace("200", "50", StringComparison.Ordinal), (CSharpParseOptions)before.SyntaxTrees[2].Options, before.SyntaxTrees[2].FilePath);

        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[2], edited);
        Assert.Contains(Host.Open(after, after.SyntaxTrees[1], "postgres"), d => d.Id == "MIG0106");
    }

    [Fact]
    public void An_accepted_finding_is_silent_until_its_day()
    {
        string Accepted(string until) => Source.Of(Users, Source.Migration(2, """Delete.Column("Email").FromTable("Users");""", """Create.Column("Email").OnTable("Users").AsString(200).NotNullable();""", attributes: $"[Accept(\"MIG0202\", \"read by nobody\", Until = \"{until}\")] ")).Text();

        Assert.DoesNotContain(Host.Whole(Source.Of(Users, Accepted("2026-06-01")).Compilation), d => d.Id == "MIG0202");
        Assert.Contains(Host.Whole(Source.Of(Users, Accepted("2025-06-01")).Compilation), d => d.Id == "MIG0202");
    }

    [Fact]
    public void Released_migrations_are_silent()
    {
        var compilation = Source.Of(Users, Drop).Compilation;
        const string Released = """{"format":1,"migrations":[{"version":1,"name":"M1","release":"1.0","hash":"a","hashes":{}},{"version":2,"name":"M2","release":"1.0","hash":"b","hashes":{}}]}""";

        Assert.Empty(Host.Whole(compilation, releases: Released));
    }

    [Fact]
    public void What_only_the_whole_history_shows_stands_in_the_file_of_its_migration()
    {
        var tagged = Source.Migration(2, """Create.Table("Reports").WithColumn("Id").AsInt32().PrimaryKey();""", """Delete.Table("Reports");""", attributes: "[Tags(\"Reporting\")] ");
        var needs = Source.Migration(3, """Create.Column("Title").OnTable("Reports").AsString(50).Nullable();""", """Delete.Column("Title").FromTable("Reports");""");
        var compilation = Source.Of(Users, tagged, needs).Compilation;

        Assert.Equal("/_/F2.cs", Assert.Single(Host.Whole(compilation), d => d.Id is "MIG1109" or "MIG0701").Location.SourceTree!.FilePath);
        Assert.Contains(Host.Open(compilation, compilation.SyntaxTrees[2]), d => d.Id == "MIG1109");
        Assert.DoesNotContain(Host.Open(compilation, compilation.SyntaxTrees[1]), d => d.Id == "MIG1109");
    }

    [Fact]
    public void A_step_that_cannot_be_followed_is_a_hint_at_its_migration_and_says_why()
    {
        var code = Source.Migration(2, "Execute.WithConnection((connection, transaction) => { });", "");
        var compilation = Source.Of(Users, code).Compilation;

        Assert.Contains("of migration 'M2' can be read", Assert.Single(Host.Open(compilation, compilation.SyntaxTrees[1]), d => d.Id == "MIG1209").GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(Host.Open(compilation, compilation.SyntaxTrees[0]), d => d.Id == "MIG1209");
    }

    [Fact]
    public void A_project_without_FluentMigrator_is_left_alone()
    {
        var alone = CSharpCompilation.Create("Alone", [CSharpSyntaxTree.ParseText("class A { void Up() { } }")], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

        Assert.Empty(Host.Whole(alone));
    }

    [Fact]
    public void The_editor_says_what_the_build_says_of_the_same_history()
    {
        foreach (var folder in new[] { "samples/01-crm", "samples/03-adopt", "samples/05-rollback/Migrations" })
        {
            var source = Source.Folder(Path.Combine(Source.Root(), folder));
            var targets = Source.Targets("sqlite", "postgres");
            var opaque = source.Read("sqlite", "postgres").Migrations.Where(m => m.Scripts.Any(s => s.Up.Concat(s.Down).Any(x => x.Operation is Model.Operations.Opaque))).Select(m => m.Class).ToHashSet();
            var built = RuleBook.Check(source.Build("sqlite", "postgres"), targets, null, new DateTime(2026, 1, 1))
                .Where(f => f.Accepted is null && !f.Rule.StartsWith("MIG9", StringComparison.Ordinal) && !RuleBook.Find(f.Rule)!.IsAboutProject && !opaque.Contains(f.Class ?? ""));

            // How much can be read, the build says once of all.
            var shown = Host.Whole(source.Compilation, "sqlite;postgres").Where(d => !OnlyInSource.Contains(d.Id) && d.Id != "MIG1209" && !opaque.Any(o => d.ToString().Contains(o, StringComparison.Ordinal)));

            Assert.Equal(built.Select(f => f.Rule + " " + FindingText.Of(f)).Order(StringComparer.Ordinal), shown.Select(d => d.Id + " " + d.GetMessage()).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_request_that_was_cancelled_does_not_spoil_the_next_one()
    {
        var compilation = Source.Of(Users, Drop).Compilation;
        var history = new ProjectHistory(compilation, KnownSymbols.TryCreate(compilation)!, new(Source.Targets("postgres"), null, Scripts.None, DateTime.MinValue));

        Assert.ThrowsAny<OperationCanceledException>(() => history.Check(compilation.SyntaxTrees[1], new CancellationToken(canceled: true)).ToArray());

        Assert.Contains(history.Check(compilation.SyntaxTrees[1], CancellationToken.None), f => f.Rule == "MIG0106");
    }

    [Fact]
    public void Nothing_of_a_compilation_outlives_it()
    {
        var (compilation, tree) = Analyzed();
        for (var i = 0; i < 10 && compilation.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
        Assert.NotNull(tree);
    }

    // The editor keeps the tree for its next compilation, and with it what was read of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Compilation, SyntaxTree Tree) Analyzed()
    {
        var compilation = Source.Of(Users, Drop).Compilation;
        Assert.NotEmpty(Host.Whole(compilation));
        return (new WeakReference(compilation), compilation.SyntaxTrees[1]);
    }
}
