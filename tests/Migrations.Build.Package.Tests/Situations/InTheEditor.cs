using Migrations.Build.Package.Tests.Infra;

namespace Migrations.Build.Package.Tests.Situations;

/// <summary>The analyzer speaks in the editor, the builder in a build: each finding stands there once.</summary>
[Collection(PackedPackage.Name)]
public sealed class InTheEditor(Feed feed)
{
    private const string Hazard = """
        using FluentMigrator;

        namespace App;

        [Migration(202601010900, "The customers whom we bill")]
        public sealed class CreateCustomers : AutoReversingMigration
        {
            public override void Up() => Create.Table("Customers").WithColumn("Id").AsInt64().PrimaryKey();
        }

        [Migration(202601020900, "Where we write to them")]
        public sealed class AddEmail : Migration
        {
            public override void Up() => Alter.Table("Customers").AddColumn("Email").AsString(200).NotNullable();

            public override void Down() => Delete.Column("Email").FromTable("Customers");
        }
        """;

    private static readonly string[] DesignTime = ["msbuild", "-nologo", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"];

    [Fact]
    public void An_editor_is_handed_the_analyzer_the_fixes_and_the_databases()
    {
        using var consumer = new Consumer(feed, properties: "<MigrationsDatabases>sqlite;postgres</MigrationsDatabases>").With("Migrations.cs", Hazard);
        consumer.Dotnet("restore").Succeeded();

        var handed = consumer.Dotnet([.. DesignTime, "-t:Compile", "-getItem:Analyzer"]).Succeeded().Output;

        Assert.Contains("Migrations.Build.Analyzers.dll", handed, StringComparison.Ordinal);
        Assert.Contains("Migrations.Build.CodeFixes.dll", handed, StringComparison.Ordinal);
        var settings = File.ReadAllText(Path.Combine(consumer.Folder, "obj", "Debug", "net10.0", "App.GeneratedMSBuildEditorConfig.editorconfig"));
        Assert.Contains("build_property._MigrationsTargets = sqlite,postgres", settings, StringComparison.Ordinal);
        Assert.Contains("build_property._MigrationsToday = 20", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void An_editor_is_handed_the_scripts_that_the_project_embeds()
    {
        using var consumer = new Consumer(feed, items: "<EmbeddedResource Include=\"Scripts/Drop it.sql\" LogicalName=\"drop.sql\" />").With("Migrations.cs", Hazard).With("Scripts/Drop it.sql", "DROP TABLE Customers;");
        consumer.Dotnet("restore").Succeeded();

        consumer.Dotnet([.. DesignTime, "-t:Compile"]).Succeeded();

        var settings = File.ReadAllText(Path.Combine(consumer.Folder, "obj", "Debug", "net10.0", "App.GeneratedMSBuildEditorConfig.editorconfig"));
        Assert.Contains("build_metadata.AdditionalFiles.MigrationsKind = script", settings, StringComparison.Ordinal);
        Assert.Contains("build_metadata.AdditionalFiles.LogicalName = drop.sql", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_says_each_finding_once_and_leaves_the_editors_settings_as_they_are()
    {
        using var consumer = new Consumer(feed).With("Migrations.cs", Hazard);
        consumer.Dotnet("restore").Succeeded();
        consumer.Dotnet([.. DesignTime, "-t:Compile"]).Succeeded();
        var path = Path.Combine(consumer.Folder, "obj", "Debug", "net10.0", "App.GeneratedMSBuildEditorConfig.editorconfig");
        var settings = File.ReadAllText(path);

        // The summary at the end repeats what the build said.
        var said = consumer.Build().Output.Split("Build FAILED.")[0];

        Assert.Equal(1, said.Split("error MIG0301").Length - 1);
        Assert.Contains("Migrations.cs(14,", said, StringComparison.Ordinal);
        Assert.Equal(settings, File.ReadAllText(path));
    }

    [Fact]
    public void The_compiler_of_this_sdk_can_run_the_analyzer()
    {
        // As an editor does, but by the compiler itself: nothing takes the analyzer away.
        using var consumer = new Consumer(feed).With("Migrations.cs", Hazard);
        consumer.Dotnet("restore").Succeeded();

        var compiled = consumer.Dotnet("msbuild", "-nologo", "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:UseSharedCompilation=false", "-nr:false");

        Assert.Contains("Migrations.cs(14,", compiled.Output, StringComparison.Ordinal);
        Assert.Contains("error MIG0301: Column 'Customers.Email' is added as NOT NULL", compiled.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", compiled.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8032", compiled.Output, StringComparison.Ordinal);
    }
}
